import { MedusaError } from "@medusajs/framework/utils"
import { Refusal } from "../../../refusals"
import type { Sql } from "../../../postgres/sql"
import type { Booking, Refused } from "./booking"
import { AGREED_ON_CALL, type Verb } from "./verbs"

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
  { name, values, on_call }: Verb,
  lock_timeout_ms: number
) {
  const answer = `select refused, (booking).*
       from delivery_window_${name}(${values.map(() => "?").join(", ")}, ?)`
  const [row] = await sql.execute<
    ((Booking | { id: null }) & { refused: Refused | "again" | null })[]
  >(
    on_call
      ? `with answer as materialized (${answer}), kept as (
           insert into delivery_window_outbox
                  (id, kind, name, data, created_at, updated_at)
           select ?, 'call', ?, jsonb_build_object('order_id', order_id,
                    'booking_id', id, 'user_id', ?::text),
                  ?::timestamptz, ?::timestamptz
             from answer where refused is null
         )
         select * from answer`
      : answer,
    [
      ...values,
      lock_timeout_ms,
      ...(on_call
        ? [
            on_call.item_id,
            AGREED_ON_CALL,
            on_call.user_id,
            on_call.at,
            on_call.at,
          ]
        : []),
    ]
  )
  if (!row) {
    throw new MedusaError(
      MedusaError.Types.UNEXPECTED_STATE,
      "The database gave no answer"
    )
  }
  const { refused, ...booking } = row
  return { refused, booking: booking.id === null ? null : booking }
}
