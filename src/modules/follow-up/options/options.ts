import { type DefaultPlaybook, type FollowUpSettings } from "../rules/settings"
import { z } from "@medusajs/framework/zod"
import { MedusaError } from "@medusajs/framework/utils"
import type { CalendarDefinition } from "../../../business-time"

import { issuesOf } from "../../../refusals"
import { invalidOption, optionFault } from "./option-fault"
import {
  OWN_CODE_FIELDS,
  ownCodeShape,
  type OwnCodeOptions,
  readOwnCode,
} from "./extension-options"
import { isPhoneCountry } from "../contact/phone"
import {
  DEFAULT_PLAYBOOKS,
  PLAIN_PLAYBOOK,
} from "../rules/playbooks/default-playbooks"
import { parseCalendar } from "../rules/calendars/parse-calendar"

import { PLUGIN_TYPES } from "../rules/playbooks/task-types"
import {
  SCRIPT_LANGUAGES,
  type ScriptLanguage,
} from "../scripts/plugin-scripts"

/**
 * What a shop may set for the module in `medusa-config.ts`. Calendars and
 * playbooks begin with it, and follow it for as long as nobody edits them in
 * the dashboard.
 */
export type FollowUpOptions = OwnCodeOptions & {
  /**
   * The hours in which response timers count.
   *
   * @defaultValue Monday to Friday, 09:00 to 18:00, in UTC
   */
  calendar?: Partial<CalendarDefinition>
  /** How quickly each type is to be answered, in business minutes. */
  targets?: Record<
    string,
    { response_target_minutes?: number; response_limit_minutes?: number }
  >
  /**
   * Task types whose playbook is switched off.
   *
   * @defaultValue none
   */
  disabled_types?: string[]
  /**
   * For phone numbers without a country prefix whose order has no address:
   * ISO 3166-1 alpha-2.
   *
   * @defaultValue none: such a number is kept as typed
   */
  default_country?: string
  /**
   * The language of what is written where nobody's own is known: the bell, its
   * e-mails, and the names of the calendar, the playbooks and the canned answers
   * that a shop begins with.
   *
   * @defaultValue "en"
   */
  language?: ScriptLanguage
}

const TASK_TYPES = PLUGIN_TYPES.map(({ type }) => type)

const WORKDAY: [string, string][] = [["09:00", "18:00"]]

export const DEFAULT_CALENDAR: CalendarDefinition = {
  time_zone: "UTC",
  weekly: {
    monday: WORKDAY,
    tuesday: WORKDAY,
    wednesday: WORKDAY,
    thursday: WORKDAY,
    friday: WORKDAY,
  },
  exceptions: [],
}

/** A year: nothing that is answered later than that was answered. */
const MOST_MINUTES = 366 * 24 * 60

const minutes = z
  .number("must be a whole number of business minutes from 1 to 527040")
  .int("must be a whole number of business minutes")
  .min(1, "must be at least 1 business minute")
  .max(MOST_MINUTES, `must be at most ${MOST_MINUTES} business minutes`)

const taskType = z.enum(TASK_TYPES, `must be one of ${TASK_TYPES.join(", ")}`)

const targetsSchema = z.strictObject(
  {
    response_target_minutes: minutes.optional(),
    response_limit_minutes: minutes.optional(),
  },
  "must be an object such as { response_target_minutes: 20 }"
)

/** What its fields may be, the calendar itself says. */
const calendarSchema = z.strictObject(
  {
    time_zone: z.unknown().optional(),
    weekly: z.unknown().optional(),
    exceptions: z.unknown().optional(),
  },
  'must be an object such as { time_zone: "Europe/Kyiv" }'
)

const targetsByTypeSchema = z.strictObject(
  Object.fromEntries(
    TASK_TYPES.map((type) => [type, targetsSchema.optional()])
  ),
  "must be an object such as { confirm_order: { response_target_minutes: 20 } }"
)

const optionsSchema = z.strictObject(
  {
    /** Medusa itself adds how to reach the database. */
    database: z.unknown(),
    calendar: calendarSchema.optional(),
    targets: targetsByTypeSchema.optional(),
    disabled_types: z
      .array(taskType, 'must be a list such as ["complete_contact"]')
      .optional(),
    default_country: z
      .string('must be a country code such as "ua"')
      .refine(isPhoneCountry, 'must be a country code such as "ua"')
      .optional(),
    language: z
      .enum(
        SCRIPT_LANGUAGES,
        `must be one of ${SCRIPT_LANGUAGES.map((each) => `"${each}"`).join(", ")}`
      )
      .optional(),
    ...ownCodeShape,
  },
  'must be an object such as { default_country: "ua" }'
)

/**
 * The shop's settings from what `medusa-config.ts` says.
 *
 * @throws MedusaError that names the option, what it was and
 * what it may be
 */
export function readOptions(options: unknown): FollowUpSettings {
  const parsed = optionsSchema.safeParse(options ?? {})
  if (!parsed.success) {
    throw firstFault(parsed.error, options)
  }
  const {
    targets = {},
    disabled_types = [],
    default_country,
    language = "en",
  } = parsed.data

  const playbooks = TASK_TYPES.map((type): [string, DefaultPlaybook] => {
    const definition = {
      ...(DEFAULT_PLAYBOOKS[type] ?? PLAIN_PLAYBOOK),
      ...targets[type],
    }
    if (
      definition.response_limit_minutes < definition.response_target_minutes
    ) {
      throw invalidOption(
        ["targets", type, "response_limit_minutes"],
        definition.response_limit_minutes,
        `must be at least the response target, ${definition.response_target_minutes}`
      )
    }
    return [type, { enabled: !disabled_types.includes(type), definition }]
  })

  const { types, definitions, ...ownCode } = readOwnCode(parsed.data)
  return {
    calendar: readCalendar(parsed.data.calendar ?? {}),
    types: new Map(
      [...PLUGIN_TYPES, ...types].map((type) => [type.type, type])
    ),
    playbooks: new Map([
      ...playbooks,
      ...[...definitions].map(
        ([type, definition]) => [type, { enabled: true, definition }] as const
      ),
    ]),
    default_country: default_country?.toLowerCase() ?? null,
    language,
    ...ownCode,
  }
}

function readCalendar(given: Record<string, unknown>): CalendarDefinition {
  try {
    return parseCalendar({ ...DEFAULT_CALENDAR, ...given }, "calendar")
  } catch (error) {
    throw error instanceof MedusaError ? optionFault(error.message) : error
  }
}

const KNOWN_OPTIONS = [
  "calendar",
  "targets",
  "disabled_types",
  "default_country",
  "language",
  "types",
  "conditions",
  "escalation_actions",
] as const satisfies (keyof FollowUpOptions)[]

function firstFault(error: z.ZodError, options: unknown): Error {
  const [{ path, was, says, unknown }] = issuesOf(error, options)
  const within = path.slice(0, -1)
  return invalidOption(
    path,
    was,
    unknown
      ? `is not an option; ${within.length === 0 ? "options" : `those of ${within.join(".")}`} are ${knownOptionsOf(within).join(", ")}`
      : says
  )
}

function knownOptionsOf([first, second]: readonly PropertyKey[]): string[] {
  if (first === undefined) {
    return [...KNOWN_OPTIONS]
  }
  const ownCode = OWN_CODE_FIELDS[String(first)]
  if (ownCode) {
    return ownCode
  }
  const schema =
    first === "calendar"
      ? calendarSchema
      : second === undefined
        ? targetsByTypeSchema
        : targetsSchema
  return Object.keys(schema.shape)
}
