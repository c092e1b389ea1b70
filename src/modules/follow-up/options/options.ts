import { MedusaError } from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"
import type { CalendarDefinition } from "../../../business-time"
import { KINDS } from "../../../desk"
import type { FollowUpExtension } from "../../../desk/handlers"
import { issuesOf } from "../../../refusals"
import { DEFAULT_LIMITS, type DatabaseLimits } from "../../../postgres/limits"
import { isPhoneCountry } from "../contact/phone"
import { parseCalendar } from "../rules/calendars/parse-calendar"
import {
  type DefaultPlaybook,
  deskOf,
  type FollowUpSettings,
  startingPlaybooks,
} from "../rules/settings"
import { SCRIPT_LANGUAGES, type ScriptLanguage } from "../scripts/languages"
import {
  type DeliveryWindowOptions,
  deliveryWindowsSchema,
} from "../../../desk/delivery-window-options"
import { markedSchema } from "../../../desk/marked-attributes"
import { extensionsSchema, readExtensions } from "./extensions"
import { invalidOption, optionFault } from "./option-fault"

/**
 * The module's options in `medusa-config.ts`. Calendars and playbooks start
 * with them, and follow them until somebody edits them in the dashboard.
 */
export type FollowUpOptions = {
  /**
   * The hours in which response timers count.
   *
   * @defaultValue Monday to Friday, 09:00 to 18:00, in UTC
   */
  calendar?: Partial<CalendarDefinition>
  /** How quickly each type must be answered, in business minutes. */
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
   * For phone numbers without a country prefix whose order has no address: ISO
   * 3166-1 alpha-2.
   *
   * @defaultValue none: such a number is kept as typed
   */
  default_country?: string
  /**
   * The key of an order's metadata in which the storefront keeps what the
   * customer wrote with the order, such as "please do not call". Metadata of the
   * cart is in the order, too. The comment is shown above the script and marked
   * in the queue.
   *
   * @defaultValue `note`, and where there is none, `comment`
   */
  customer_comment_key?: string
  /**
   * The language of texts if nobody's own language is known: notifications,
   * their e-mails, and the names of the calendar, the playbooks and the canned
   * answers that a shop starts with.
   *
   * @defaultValue "en"
   */
  language?: ScriptLanguage
  /**
   * The address of the dashboard, such as `https://shop.example/app`: where the
   * links in e-mails to agents lead.
   *
   * @defaultValue `admin.backendUrl` with `admin.path`, if it is a whole address
   */
  dashboard_url?: string
  /**
   * For how long notices wait for others to the same people, in seconds, 0 to
   * 3600: many late tasks are then told in one message. 0 tells each at once.
   *
   * @defaultValue 60
   */
  gather_notices_seconds?: number
  /**
   * How long the plugin may have been away (uninstalled, or its reconciler not
   * running) before it no longer opens everything that it missed, in hours, 1 to
   * 720. After a longer absence it opens tasks only for records that are not
   * older than this, and shows an admin what it left out.
   *
   * @defaultValue 24
   */
  absence_hours?: number
  /**
   * The shop's own kinds of work: declarations and handlers.
   *
   * @defaultValue none
   */
  extensions?: readonly FollowUpExtension[]
  /** Offers to customers in place of what is out of stock. */
  offers?: {
    /**
     * For how long an offer stands and its units are held, in minutes, 1 to
     * 1440.
     *
     * @defaultValue 20
     */
    minutes?: number
    /**
     * Where customers reach this Medusa, such as `https://api.shop.example`: the
     * links to their offers lead there.
     *
     * @defaultValue `admin.backendUrl`, if it is a whole address
     */
    base_url?: string
    /**
     * What the links are signed with, 16 characters at least.
     *
     * @defaultValue Medusa's `http.cookieSecret`, or else its `http.jwtSecret`
     */
    secret?: string
    /**
     * The key of an order's metadata in which the storefront keeps what the
     * customer prefers if something is out of stock: `similar`, `call_me` or
     * `refund`. Metadata of the cart is in the order, too.
     *
     * @defaultValue `if_out_of_stock`
     */
    preference_key?: string
  }
  /**
   * What is offered in place of what is out of stock.
   *
   * @defaultValue no attribute is marked
   */
  alternatives?: {
    /**
     * The attributes that must be equal in what is offered, such as a size, a
     * voltage or allergens, and the option titles and metadata keys that each is
     * kept under.
     *
     * @example [{ name: "size", keys: ["Size", "Розмір"] }]
     */
    marked?: readonly { name: string; keys: readonly string[] }[]
  }
  /** When the courier comes. */
  delivery_windows?: DeliveryWindowOptions
  /**
   * What the plugin may take of the shop's database, so that a lock or a slow
   * disk under its tables holds up the desk and nothing else.
   *
   * @defaultValue 2 s for a lock, 10 s for a statement, 3 of 10 connections
   */
  limits?: Partial<DatabaseLimits>
}

/** The types that options may name; read before the options are validated. */
const namedTypes = z.looseObject({
  extensions: z
    .array(
      z.looseObject({
        declaration: z.looseObject({
          task_types: z
            .array(z.looseObject({ type: z.string() }))
            .catch([])
            .optional(),
        }),
      })
    )
    .catch([])
    .optional(),
})

function typesNamedIn(options: unknown): string[] {
  const { extensions = [] } = namedTypes.safeParse(options).data ?? {}
  return [
    ...deskOf(KINDS).types.keys(),
    ...extensions.flatMap(({ declaration: { task_types = [] } }) =>
      task_types.map(({ type }) => type)
    ),
  ]
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

/** A year: later than that is no answer at all. */
const MAX_MINUTES = 366 * 24 * 60

const minutes = z
  .number("must be a whole number of business minutes from 1 to 527040")
  .int("must be a whole number of business minutes")
  .min(1, "must be at least 1 business minute")
  .max(MAX_MINUTES, `must be at most ${MAX_MINUTES} business minutes`)

function wholeNumber(unit: string, min: number, max: number) {
  const wanted = `must be a whole number of ${unit} from ${min} to ${max}`
  return z.number(wanted).int(wanted).min(min, wanted).max(max, wanted)
}

const targetsSchema = z.strictObject(
  {
    response_target_minutes: minutes.optional(),
    response_limit_minutes: minutes.optional(),
  },
  "must be an object such as { response_target_minutes: 20 }"
)

const milliseconds = wholeNumber("milliseconds", 100, 600_000)

const CONNECTIONS = "must be a whole number of connections, 1 at least"

const limitsSchema = z.strictObject(
  {
    lock_timeout_ms: milliseconds.default(DEFAULT_LIMITS.lock_timeout_ms),
    statement_timeout_ms: milliseconds.default(
      DEFAULT_LIMITS.statement_timeout_ms
    ),
    connections: z
      .number(CONNECTIONS)
      .int(CONNECTIONS)
      .min(1, CONNECTIONS)
      .optional(),
  },
  "must be an object such as { lock_timeout_ms: 2000 }"
)

const METADATA_KEY = 'must be a key of metadata such as "comment"'
const SECRET = "must be a text of 16 characters at least"
const BASE_URL = 'must be an address such as "https://api.shop.example"'

/** For how long an offer may stand, and its units be held. */
export const MOST_OFFER_MINUTES = 1_440

const offersSchema = z.strictObject(
  {
    minutes: wholeNumber("minutes", 1, MOST_OFFER_MINUTES).default(20),
    base_url: z.url({ protocol: /^https?$/, error: BASE_URL }).optional(),
    secret: z.string(SECRET).min(16, SECRET).optional(),
    preference_key: z
      .string(METADATA_KEY)
      .trim()
      .min(1, METADATA_KEY)
      .default("if_out_of_stock"),
  },
  "must be an object such as { minutes: 20 }"
)

/** The calendar itself validates its fields. */
const calendarSchema = z.strictObject(
  {
    time_zone: z.unknown().optional(),
    weekly: z.unknown().optional(),
    exceptions: z.unknown().optional(),
  },
  'must be an object such as { time_zone: "Europe/Kyiv" }'
)

const DASHBOARD_URL = 'must be an address such as "https://shop.example/app"'

const optionsSchema = (types: readonly string[]) =>
  z.strictObject(
    {
      /** Medusa adds the database connection here. */
      database: z.unknown(),
      calendar: calendarSchema.optional(),
      targets: z
        .strictObject(
          Object.fromEntries(
            types.map((type) => [type, targetsSchema.optional()])
          ),
          "must be an object such as { confirm_order: { response_target_minutes: 20 } }"
        )
        .optional(),
      disabled_types: z
        .array(
          z.enum(types, `must be one of ${types.join(", ")}`),
          'must be a list such as ["complete_contact"]'
        )
        .optional(),
      default_country: z
        .string('must be a country code such as "ua"')
        .refine(isPhoneCountry, 'must be a country code such as "ua"')
        .optional(),
      customer_comment_key: z
        .string(METADATA_KEY)
        .trim()
        .min(1, METADATA_KEY)
        .optional(),
      language: z
        .enum(
          SCRIPT_LANGUAGES,
          `must be one of ${SCRIPT_LANGUAGES.map((each) => `"${each}"`).join(", ")}`
        )
        .optional(),
      dashboard_url: z
        .url({ protocol: /^https?$/, error: DASHBOARD_URL })
        .optional(),
      gather_notices_seconds: wholeNumber("seconds", 0, 3_600).optional(),
      absence_hours: wholeNumber("hours", 1, 720).optional(),
      extensions: extensionsSchema.optional(),
      offers: offersSchema.optional(),
      alternatives: z
        .strictObject(
          { marked: markedSchema.optional() },
          "must be an object with marked"
        )
        .optional(),
      delivery_windows: deliveryWindowsSchema.optional(),
      limits: limitsSchema.optional(),
    },
    'must be an object such as { default_country: "ua" }'
  )

/**
 * The shop's settings from `medusa-config.ts`.
 *
 * @throws MedusaError that names the option, its value and the allowed ones
 */
export function readOptions(options: unknown): FollowUpSettings {
  const schema = optionsSchema(typesNamedIn(options))
  const parsed = schema.safeParse(options ?? {})
  if (!parsed.success) {
    throw firstFault(parsed.error, options, schema)
  }
  const {
    targets = {},
    disabled_types = [],
    default_country,
    customer_comment_key = null,
    language = "en",
    dashboard_url,
    gather_notices_seconds = 60,
    absence_hours = 24,
    offers = offersSchema.parse({}),
    delivery_windows = deliveryWindowsSchema.parse({}),
    limits = DEFAULT_LIMITS,
  } = parsed.data

  const own = readExtensions(parsed.data.extensions ?? [])
  const kinds = [...KINDS, ...own.map(({ declaration }) => declaration)]
  const playbooks = [...startingPlaybooks(kinds)].map(
    ([type, starting]): [string, DefaultPlaybook] => {
      const definition = { ...starting, ...targets[type] }
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
    }
  )
  return {
    ...deskOf(kinds),
    extensions: own,
    calendar: readCalendar(parsed.data.calendar ?? {}),
    playbooks: new Map(playbooks),
    default_country: default_country?.toLowerCase() ?? null,
    customer_comment_key,
    language,
    dashboard_url: dashboard_url?.replace(/\/+$/, "") ?? null,
    gather_notices_seconds,
    absence_hours,
    offers: {
      ...offers,
      base_url: offers.base_url?.replace(/\/+$/, "") ?? null,
      secret: offers.secret ?? null,
    },
    delivery_windows: {
      ...delivery_windows,
      webhook_secret: delivery_windows.webhook_secret ?? null,
    },
    limits,
  }
}

/** The settings with another plugin's extension added. */
export function withExtension(
  settings: FollowUpSettings,
  added: FollowUpExtension
): FollowUpSettings {
  const extensions = [...settings.extensions, added]
  const starting = startingPlaybooks([added.declaration])
  return {
    ...settings,
    ...deskOf([...KINDS, ...extensions.map(({ declaration }) => declaration)]),
    extensions,
    playbooks: new Map([
      ...settings.playbooks,
      ...[...starting].map(
        ([type, definition]) => [type, { enabled: true, definition }] as const
      ),
    ]),
  }
}

function readCalendar(given: Record<string, unknown>): CalendarDefinition {
  try {
    return parseCalendar({ ...DEFAULT_CALENDAR, ...given }, "calendar")
  } catch (error) {
    throw error instanceof MedusaError ? optionFault(error.message) : error
  }
}

function firstFault(
  error: z.ZodError,
  options: unknown,
  schema: z.ZodType
): Error {
  const [{ path, was, says, unknown }] = issuesOf(error, options)
  const within = path.slice(0, -1)
  return invalidOption(
    path,
    was,
    unknown
      ? `is not an option; ${within.length === 0 ? "options" : `those of ${within.join(".")}`} are ${fieldsAt(schema, within).join(", ")}`
      : says
  )
}

/** The allowed fields of an object at a path of the options. */
function fieldsAt(schema: unknown, path: readonly PropertyKey[]): string[] {
  if (schema instanceof z.ZodOptional) {
    return fieldsAt(schema.unwrap(), path)
  }
  const [step, ...rest] = path
  if (schema instanceof z.ZodArray && step !== undefined) {
    return fieldsAt(schema.element, rest)
  }
  if (!(schema instanceof z.ZodObject)) {
    return []
  }
  const { database: _, ...fields } = schema.shape
  return step === undefined
    ? Object.keys(fields)
    : fieldsAt(fields[String(step)], rest)
}
