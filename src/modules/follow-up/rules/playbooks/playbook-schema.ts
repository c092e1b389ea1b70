import { z } from "@medusajs/framework/zod"
import {
  CONDITION_OPERATORS,
  DEADLINES,
  FALLBACKS,
  LADDER_OUTCOMES,
  PRIORITIES,
  SAFE_ORDER_CHECKS,
  WHEN_ORDER_OFF,
} from "../../../../desk/playbook"
import { isStorable, rule } from "../../../../refusals"

/** A year: later than that is no answer at all. */
const MAX_MINUTES = 366 * 24 * 60
const MAX_ATTEMPTS = 50
const MAX_CONDITIONS = 50
const MAX_OPEN_CALLS = 10_000
const MAX_LISTED = 100
const MAX_STEPS = 20
const LONGEST_ID = 255

export const LONGEST_SCRIPT = 10_000
export const CURRENCY_CODE = /^[a-z]{3}$/

const whole = (
  code: "minutes_out_of_range" | "count_out_of_range",
  min: number,
  max: number
) => {
  const mustBe = rule(code, { min, max })
  return z.int(mustBe).min(min, mustBe).max(max, mustBe)
}

const minutes = whole("minutes_out_of_range", 1, MAX_MINUTES)
const offset = whole("minutes_out_of_range", -MAX_MINUTES, MAX_MINUTES)
const countOrNull = (most: number) =>
  whole("count_out_of_range", 1, most).nullable()
const attempts = countOrNull(MAX_ATTEMPTS)

const ofKind = (expected: string) => rule("wrong_kind", { expected })

const ID = ofKind("an id")
const id = z.string(ID).min(1, ID).max(LONGEST_ID, ID).refine(isStorable, ID)
const flag = z.boolean(ofKind("true or false"))
const oneOf = <Word extends string>(words: readonly Word[]) =>
  z.enum(words, rule("not_one_of", { allowed: words }))

const list = <Item extends z.ZodType>(
  item: Item,
  mustBe: string,
  least = 0,
  most = MAX_LISTED
) => z.array(item, mustBe).min(least, mustBe).max(most, mustBe)

const upTo = <Item extends z.ZodType>(item: Item, max: number, items: string) =>
  list(item, rule("list_too_long", { max, items }), 0, max)

const object = <Shape extends z.ZodRawShape>(shape: Shape) =>
  z.strictObject(shape, {
    error: ({ code }) =>
      code === "invalid_type"
        ? ofKind(`an object with ${Object.keys(shape).join(", ")}`)
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
        ? rule("not_one_of", { allowed: kinds })
        : ofKind(`an object whose kind is one of ${kinds.join(", ")}`),
  })

const TIME_OF_DAY = rule("not_a_time_of_day", {})
const timeOfDay = z
  .string(TIME_OF_DAY)
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, TIME_OF_DAY)

const condition = object({
  field: z.string(ofKind("the name of a field")),
  operator: oneOf(CONDITION_OPERATORS),
  value: z.unknown(),
  currency_code: z.unknown().optional(),
})

const conditions = upTo(condition, MAX_CONDITIONS, "conditions")

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
    rule("not_a_list_of_steps", { max: MAX_STEPS }),
    1,
    MAX_STEPS
  ),
  max_attempts: attempts,
})

const retry = object({
  ladders: z.partialRecord(oneOf(LADDER_OUTCOMES), ladder, {
    error: ({ code }) =>
      code === "invalid_type"
        ? ofKind(
            `an object with ladders for any of ${LADDER_OUTCOMES.join(", ")}`
          )
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
      event: z.string(ofKind("a name such as shop.order_late")),
    }),
    object({
      kind: z.literal("custom"),
      name: z.string(ofKind("the name of an action")),
    }),
  ],
  ACTIONS
)

const STEP_ID = rule("step_id_wrong", { max: 64 })

const escalationStep = object({
  id: z.string(STEP_ID).regex(/^[A-Za-z0-9_-]{1,64}$/, STEP_ID),
  relative_to: oneOf(DEADLINES),
  offset_minutes: offset,
  action,
})

const assignment = object({
  last_agent: flag,
  user_ids: upTo(id, MAX_LISTED, "users' ids"),
  most_open_tasks: countOrNull(MAX_OPEN_CALLS),
})

const PERCENTAGE = rule("not_a_percentage", { min: 0, max: 100 })
const TOTAL = rule("not_a_total", {})

const safeOrders = object({
  enabled: flag,
  checks: list(
    oneOf(SAFE_ORDER_CHECKS),
    ofKind(`a list of ${SAFE_ORDER_CHECKS.join(", ")}`)
  ),
  totals_below: z.record(
    z.string(),
    z.number(TOTAL).positive(TOTAL),
    ofKind('an object such as { "uah": 2000 }')
  ),
  audit_percent: z.number(PERCENTAGE).min(0, PERCENTAGE).max(100, PERCENTAGE),
})

const SCRIPT = rule("text_too_long", { max: LONGEST_SCRIPT })

/** Texts in Liquid by language. */
export const textsSchema = z.record(
  z.string(),
  z
    .string(SCRIPT)
    .max(LONGEST_SCRIPT, SCRIPT)
    .refine(isStorable, rule("invalid_character", {})),
  ofKind('an object with a text for each language, such as { "uk": "…" }')
)

/**
 * The shape of a playbook's definition; whether its parts fit together is
 * checked later.
 *
 * @param triggers - those that the kinds of work declare
 */
export const playbookSchema = (triggers: readonly string[]) =>
  object({
    triggers: list(
      oneOf(triggers),
      rule("no_trigger", { allowed: triggers }),
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
    when_order_off: oneOf(WHEN_ORDER_OFF).optional(),
    escalation: upTo(escalationStep, MAX_STEPS, "steps"),
    assignment,
    safe_orders: safeOrders.nullable(),
  })

export type PlaybookShape = z.infer<ReturnType<typeof playbookSchema>>
