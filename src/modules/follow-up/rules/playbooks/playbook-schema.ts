import { z } from "@medusajs/framework/zod"
import {
  CONDITION_OPERATORS,
  DEADLINES,
  FALLBACKS,
  LADDER_OUTCOMES,
  PRIORITIES,
  SAFE_ORDER_CHECKS,
  TRIGGERS,
} from "./playbook"
import { isStorable } from "../rule-name"

/** A year: nothing that is answered later than that was answered. */
const MOST_MINUTES = 366 * 24 * 60
const MOST_ATTEMPTS = 50
const MOST_OPEN_TASKS = 10_000
const MOST_LISTED = 100
const MOST_STEPS = 20
const LONGEST_ID = 255

export const LONGEST_SCRIPT = 10_000
export const CURRENCY_CODE = /^[a-z]{3}$/

const whole = (mustBe: string, least: number, most: number) =>
  z.int(mustBe).min(least, mustBe).max(most, mustBe)

const minutes = whole(
  `must be a whole number of business minutes from 1 to ${MOST_MINUTES}`,
  1,
  MOST_MINUTES
)

const offset = whole(
  `must be a whole number of business minutes from -${MOST_MINUTES} to ${MOST_MINUTES}`,
  -MOST_MINUTES,
  MOST_MINUTES
)

const attempts = whole(
  `must be a whole number from 1 to ${MOST_ATTEMPTS}, or null`,
  1,
  MOST_ATTEMPTS
).nullable()

const text = (mustBe: string, longest: number) =>
  z
    .string(mustBe)
    .min(1, mustBe)
    .max(longest, mustBe)
    .refine(isStorable, mustBe)

const id = text("must be an id", LONGEST_ID)
const flag = z.boolean("must be true or false")
const oneOf = <Word extends string>(words: readonly Word[]) =>
  z.enum(words, `must be one of ${words.join(", ")}`)

const list = <Item extends z.ZodType>(
  item: Item,
  mustBe: string,
  least = 0,
  most = MOST_LISTED
) => z.array(item, mustBe).min(least, mustBe).max(most, mustBe)

const object = <Shape extends z.ZodRawShape>(shape: Shape) =>
  z.strictObject(shape, {
    error: ({ code }) =>
      code === "invalid_type"
        ? `must be an object with ${Object.keys(shape).join(", ")}`
        : undefined,
  })

const oneKind = <
  Options extends readonly [
    z.core.$ZodTypeDiscriminable,
    ...z.core.$ZodTypeDiscriminable[],
  ],
>(
  options: Options,
  kinds: readonly string[]
) =>
  z.discriminatedUnion("kind", options, {
    error: ({ code }) =>
      code === "invalid_union"
        ? `must be one of ${kinds.join(", ")}`
        : `must be an object whose kind is one of ${kinds.join(", ")}`,
  })

const timeOfDay = z
  .string('must be a time of day such as "08:00"')
  .regex(
    /^([01]\d|2[0-3]):[0-5]\d$/,
    'must be a time of day from "00:00" to "23:59"'
  )

const condition = object({
  field: z.string("must be the name of a field"),
  operator: oneOf(CONDITION_OPERATORS),
  value: z.unknown(),
  currency_code: z.unknown().optional(),
})

const conditions = list(
  condition,
  "must be a list of up to 50 conditions",
  0,
  50
)

const retryStep = oneKind(
  [
    object({ kind: z.literal("after"), minutes }),
    object({ kind: z.literal("next_morning") }),
  ],
  ["after", "next_morning"]
)

const ladder = object({
  steps: list(
    retryStep,
    `must be a list of 1 to ${MOST_STEPS} steps`,
    1,
    MOST_STEPS
  ),
  max_attempts: attempts,
})

const retry = object({
  ladders: z.partialRecord(oneOf(LADDER_OUTCOMES), ladder, {
    error: ({ code }) =>
      code === "invalid_type"
        ? `must be an object with ladders for any of ${LADDER_OUTCOMES.join(", ")}`
        : undefined,
  }),
  calling_hours: object({ start: timeOfDay, end: timeOfDay }).nullable(),
  max_attempts: attempts,
  fallback: object({
    kind: oneOf(FALLBACKS),
    assignee_id: id.nullable().optional(),
    canned_answer_id: id.nullable().optional(),
  }),
})

const ACTIONS = [
  "notify",
  "raise_priority",
  "reassign",
  "emit_event",
  "custom",
] as const

const AUDIENCES = ["assignee", "everyone", "user"] as const

const action = oneKind(
  [
    object({
      kind: z.literal("notify"),
      audience: oneOf(AUDIENCES),
      user_id: id.optional(),
      email: flag,
    }),
    object({ kind: z.literal("raise_priority"), priority: oneOf(PRIORITIES) }),
    object({ kind: z.literal("reassign"), assignee_id: id.nullable() }),
    object({
      kind: z.literal("emit_event"),
      event: z.string("must be a name such as shop.order_late"),
    }),
    object({
      kind: z.literal("custom"),
      name: z.string("must be the name of an action"),
    }),
  ],
  ACTIONS
)

const STEP_ID = "must be 1 to 64 letters, digits, hyphens and underscores"

const escalationStep = object({
  id: z.string(STEP_ID).regex(/^[A-Za-z0-9_-]{1,64}$/, STEP_ID),
  relative_to: oneOf(DEADLINES),
  offset_minutes: offset,
  action,
})

const assignment = object({
  last_agent: flag,
  user_ids: list(id, `must be a list of up to ${MOST_LISTED} users' ids`),
  most_open_tasks: whole(
    `must be a whole number from 1 to ${MOST_OPEN_TASKS}, or null`,
    1,
    MOST_OPEN_TASKS
  ).nullable(),
})

const PERCENTAGE = "must be a number from 0 to 100"
const TOTAL = "must be an amount above 0"

const safeOrders = object({
  enabled: flag,
  checks: list(
    oneOf(SAFE_ORDER_CHECKS),
    `must be a list of ${SAFE_ORDER_CHECKS.join(", ")}`
  ),
  totals_below: z.record(
    z.string(),
    z.number(TOTAL).positive(TOTAL),
    'must be an object such as { "uah": 2000 }'
  ),
  audit_percent: z.number(PERCENTAGE).min(0, PERCENTAGE).max(100, PERCENTAGE),
})

const SCRIPT = `must be a text of at most ${LONGEST_SCRIPT} characters`

/** Texts in Liquid by language. */
export const textsSchema = z.record(
  z.string(),
  z
    .string(SCRIPT)
    .max(LONGEST_SCRIPT, SCRIPT)
    .refine(isStorable, "must be text: it has a character that is none"),
  'must be an object with a text for each language, such as { "uk": "…" }'
)

/** The shape of a playbook's definition; what fits together is another question. */
export const playbookSchema = object({
  triggers: list(
    oneOf(TRIGGERS),
    `must be a list of one or more of ${TRIGGERS.join(", ")}`,
    1
  ),
  conditions: object({ all: conditions, any: conditions }),
  response_target_minutes: minutes,
  response_limit_minutes: minutes,
  resolution_limit_minutes: minutes.nullable(),
  calendar_id: id.nullable(),
  priority: oneOf(PRIORITIES),
  scripts: textsSchema,
  retry,
  escalation: list(
    escalationStep,
    `must be a list of up to ${MOST_STEPS} steps`,
    0,
    MOST_STEPS
  ),
  assignment,
  safe_orders: safeOrders.nullable(),
})

export type PlaybookShape = z.infer<typeof playbookSchema>
