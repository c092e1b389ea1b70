import { z } from "@medusajs/framework/zod"
import { MedusaError } from "@medusajs/framework/utils"
import { type CalendarDefinition, compileCalendar } from "../../business-time"
import { isPhoneCountry } from "./phone"
import { PLAYBOOKS, type Playbook, TASK_TYPES } from "./playbooks"

/** What a shop may set for the module in `medusa-config.ts`. */
export type FollowUpOptions = {
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
   * Task types that are never opened.
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
}

/** The options with every default filled in. */
export type FollowUpSettings = {
  calendar: CalendarDefinition
  /** By task type, those that are switched off left out. */
  playbooks: ReadonlyMap<string, Playbook>
  /** Every type's playbook, whether it is switched on or not. */
  all_playbooks: ReadonlyMap<string, Playbook>
  default_country: string | null
}

/**
 * The rules that an existing task is worked under. A type that is no more (its
 * plugin was removed) has no outcomes: its tasks can be read and canceled.
 */
export function playbookOf(
  type: string,
  { all_playbooks }: Pick<FollowUpSettings, "all_playbooks">
): Playbook {
  return (
    all_playbooks.get(type) ?? {
      id: type,
      version: 0,
      type,
      response_target_minutes: 0,
      response_limit_minutes: 0,
      outcomes: [],
      reached_outcomes: [],
      retry_after_minutes: { otherwise: 30 },
    }
  )
}

/**
 * The rules that a task of a type is opened under, switched on or not.
 *
 * @throws MedusaError INVALID_DATA for a type that nobody has defined
 */
export function playbookToOpen(
  type: string,
  { all_playbooks }: Pick<FollowUpSettings, "all_playbooks">
): Playbook {
  const playbook = all_playbooks.get(type)
  if (!playbook) {
    throw new MedusaError(
      MedusaError.Types.INVALID_DATA,
      `type was "${type}"; it may be one of ${[...all_playbooks.keys()].join(", ")}`
    )
  }
  return playbook
}

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
  },
  'must be an object such as { default_country: "ua" }'
)

/**
 * The shop's settings from what `medusa-config.ts` says.
 *
 * @throws MedusaError (INVALID_DATA) that names the option, what it was and
 * what it may be
 */
export function readOptions(options: unknown): FollowUpSettings {
  const parsed = optionsSchema.safeParse(options ?? {})
  if (!parsed.success) {
    throw firstFault(parsed.error, options)
  }
  const { targets = {}, disabled_types = [], default_country } = parsed.data

  const playbooks = PLAYBOOKS.map((playbook) => {
    const set = { ...playbook, ...targets[playbook.type] }
    if (set.response_limit_minutes < set.response_target_minutes) {
      throw invalidOption(
        ["targets", playbook.type, "response_limit_minutes"],
        set.response_limit_minutes,
        `must be at least the response target, ${set.response_target_minutes}`
      )
    }
    return set
  })

  return {
    calendar: readCalendar(parsed.data.calendar ?? {}),
    playbooks: new Map(
      playbooks
        .filter(({ type }) => !disabled_types.includes(type))
        .map((playbook) => [playbook.type, playbook])
    ),
    all_playbooks: new Map(
      playbooks.map((playbook) => [playbook.type, playbook])
    ),
    default_country: default_country?.toLowerCase() ?? null,
  }
}

function readCalendar(given: Record<string, unknown>): CalendarDefinition {
  const definition = { ...DEFAULT_CALENDAR, ...given }
  try {
    compileCalendar(definition)
  } catch (error) {
    throw new MedusaError(
      MedusaError.Types.INVALID_DATA,
      `${PREFIX}: calendar.${error instanceof Error ? error.message : error}`
    )
  }
  return definition
}

const PREFIX = "medusa-plugin-follow-ups options"

const KNOWN_OPTIONS = [
  "calendar",
  "targets",
  "disabled_types",
  "default_country",
] as const satisfies (keyof FollowUpOptions)[]

function firstFault(error: z.ZodError, options: unknown): MedusaError {
  const [issue] = error.issues
  const path = issue?.path ?? []
  if (issue?.code === "unrecognized_keys") {
    const unknown = [...path, issue.keys[0] ?? ""]
    return invalidOption(
      unknown,
      valueAt(options, unknown),
      `is not an option; ${path.length === 0 ? "options" : `those of ${path.join(".")}`} are ${knownOptionsOf(path).join(", ")}`
    )
  }
  return invalidOption(
    path,
    valueAt(options, path),
    issue?.message ?? "is not valid"
  )
}

function knownOptionsOf([first, second]: readonly PropertyKey[]): string[] {
  if (first === undefined) {
    return [...KNOWN_OPTIONS]
  }
  const schema =
    first === "calendar"
      ? calendarSchema
      : second === undefined
        ? targetsByTypeSchema
        : targetsSchema
  return Object.keys(schema.shape)
}

function invalidOption(
  path: readonly PropertyKey[],
  value: unknown,
  mustBe: string
): MedusaError {
  const name = path.map(String).join(".") || "(all)"
  return new MedusaError(
    MedusaError.Types.INVALID_DATA,
    `${PREFIX}: ${name} was ${shown(value)}; it ${mustBe}`
  )
}

function shown(value: unknown): string {
  return typeof value === "number" ? `${value}` : JSON.stringify(value)
}

function valueAt(options: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      typeof value === "object" && value !== null
        ? Reflect.get(value, key)
        : undefined,
    options
  )
}
