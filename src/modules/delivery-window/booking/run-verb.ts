import { z } from "@medusajs/framework/zod"
import { Refusal } from "../../../refusals"
import type { Sql } from "../../../postgres/sql"
import { type Booking, REFUSED, type Refused, STATUSES } from "./booking"
import type { Verb } from "./verbs"

/** What a function of the database answers. */
export type Answer = { refused: Refused | null; booking: Booking | null }

/** How often a booking may have moved on between being found and locked. */
const TRIES = 8

/**
 * Runs a verb; again, if its booking has moved on meanwhile.
 *
 * @throws Refusal `desk_busy` if it never stands still
 */
export async function runVerb(
  sql: Sql,
  verb: Verb,
  lock_timeout_ms: number
): Promise<Answer> {
  for (let tried = 0; tried < TRIES; tried++) {
    const answer = await callFunction(sql, verb, lock_timeout_ms)
    if (answer.refused !== "again") {
      return { ...answer, refused: answer.refused }
    }
  }
  throw new Refusal("desk_busy", {})
}

async function callFunction(
  sql: Sql,
  { name, values }: Verb,
  lock_timeout_ms: number
) {
  const [row] = await sql.execute<{ answer: unknown }[]>(
    `select delivery_window_${name}(${values.map(() => "?").join(", ")}, ?)
            as answer`,
    [...values, lock_timeout_ms]
  )
  return answerSchema.parse(row?.answer)
}

const moment = z.string().transform((text) => new Date(text))

const bookingSchema = z.object({
  id: z.string(),
  window_id: z.string(),
  order_id: z.string().nullable(),
  cart_id: z.string().nullable(),
  status: z.enum(STATUSES),
  units: z.number(),
  held_until: moment.nullable(),
  taken_at: moment,
  expected_at: moment.nullable(),
  delivered_at: moment.nullable(),
  late_minutes: z.number().nullable(),
  flag: z.string().nullable(),
  agreed_by: z.enum(["customer", "agent"]).nullable(),
  actor_id: z.string().nullable(),
  overbooked_reason: z.string().nullable(),
  release_reason: z.string().nullable(),
  customer_moves: z.number(),
  created_at: moment,
  updated_at: moment,
})

const answerSchema = z.object({
  refused: z.enum([...REFUSED, "again"]).nullable(),
  booking: bookingSchema.nullable(),
})
