import { z } from "@medusajs/framework/zod"
import { rule } from "../../../../refusals"
import { id, wholeNumber } from "../../follow-ups/validators"

const LONGEST_NAME = 200
const MOST_OPTIONS = 100
const MOST_PLACES = 100_000
/** A year, as for other spans. */
const MOST_MINUTES = 366 * 24 * 60
/** A quarter: more is not looked at, and each day is planned. */
const MOST_DAYS = 92

const minutes = z.number().int().min(0).max(MOST_MINUTES)
const places = z.number().int().min(0).max(MOST_PLACES)
/** What a date, a time and a zone are, the workflow checks. */
const text = z.string().trim().max(LONGEST_NAME)
const date = text

/** Days of the week, each once, in their order. */
const weekdays = z
  .array(z.number().int().min(1).max(7))
  .min(1)
  .max(7)
  .transform((days) => [...new Set(days)].sort((a, b) => a - b))

export const SaveTemplate = z.strictObject({
  name: text.min(1),
  weekdays,
  starts_at: text,
  ends_at: text,
  time_zone: text,
  service_zone_id: id.nullable(),
  shipping_option_ids: z.array(id).max(MOST_OPTIONS),
  capacity: places,
  capacity_unit: text,
  cut_off_minutes: minutes,
  lead_minutes: minutes,
  valid_from: date.nullable(),
  valid_to: date.nullable(),
  is_on: z.boolean(),
})
export type SaveTemplate = z.infer<typeof SaveTemplate>

const KINDS = ["closed", "capacity", "extra"] as const

export const SaveException = z.strictObject({
  date,
  template_id: id.nullable().default(null),
  kind: z.enum(KINDS, rule("unknown_word", { allowed: KINDS })),
  capacity: places.nullable().default(null),
  starts_at: text.nullable().default(null),
  ends_at: text.nullable().default(null),
  label: text.default(""),
})
export type SaveException = z.infer<typeof SaveException>

export const GetBoard = z.strictObject({ date: date.optional() })
export type GetBoard = z.infer<typeof GetBoard>

export const GetCalendar = z.strictObject({
  from: date.optional(),
  days: wholeNumber(1, MOST_DAYS).default(28),
})
export type GetCalendar = z.infer<typeof GetCalendar>
