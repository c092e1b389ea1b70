import { newId } from "../../../postgres/new-id"
import type { Sql } from "../../../postgres/sql"
import type { AgreedBy, BookingStatus } from "../booking/booking"
import type { NotSent, Promised } from "./promise"
import { selectPromises } from "./promises"

/**
 * Notes that the customer was told. What a message told counts from then on; a
 * window that they chose themselves they have known since.
 */
export async function markTold(
  sql: Sql,
  { id, channel, at }: { id: string; channel: string; at: Date }
): Promise<void> {
  await sql.execute(
    `update delivery_window_promise
        set message = 'sent', not_sent = null,
            channel = coalesce(channel, ?), told_at = coalesce(told_at, ?),
            updated_at = ?
      where id = ?`,
    [channel, at, at, id]
  )
  // It is judged from now on.
  await sql.execute(
    `update delivery_window_progress p
        set next_at = least(p.next_at, t.to_at + interval '1 millisecond')
       from delivery_window_promise t
      where t.id = ? and p.booking_id = t.booking_id and t.kept is null`,
    [id]
  )
}

/** Notes that a message will not be sent, and why. */
export async function markNotSent(
  sql: Sql,
  { id, not_sent, at }: { id: string; not_sent: NotSent; at: Date }
): Promise<void> {
  await sql.execute(
    `update delivery_window_promise
        set message = 'not_sent', not_sent = ?, updated_at = ?
      where id = ? and message = 'waiting'`,
    [not_sent, at, id]
  )
}

/** A promise with what its message says. */
export type ToTellCustomer = {
  promised: Promised
  /** Of the booking, now. */
  status: BookingStatus
  /** Who agreed to the window that the booking has now. */
  agreed_by: AgreedBy | null
  window: { starts_at: Date; ends_at: Date; time_zone: string }
}

/** A promise with the window that it was made for; null for an unknown one. */
export async function selectToTell(
  sql: Sql,
  promise_id: string
): Promise<ToTellCustomer | null> {
  const [promised] = await selectPromises(sql, { id: promise_id })
  if (!promised) {
    return null
  }
  const [row] = await sql.execute<
    {
      status: BookingStatus
      agreed_by: AgreedBy | null
      starts_at: string | Date
      ends_at: string | Date
      time_zone: string
    }[]
  >(
    `select b.status, b.agreed_by, w.starts_at, w.ends_at, w.time_zone
       from delivery_window_booking b, delivery_window w
      where b.id = ? and w.id = ?`,
    [promised.booking_id, promised.window_id]
  )
  return row
    ? {
        promised,
        status: row.status,
        agreed_by: row.agreed_by,
        window: {
          starts_at: new Date(row.starts_at),
          ends_at: new Date(row.ends_at),
          time_zone: row.time_zone,
        },
      }
    : null
}

/**
 * Keeps a time that a person told the customer, on the phone or in another way
 * than by a message. The same time is kept once.
 */
export async function keepTold(
  sql: Sql,
  told: Pick<Promised, "booking_id" | "kind" | "to_at"> & { channel: string },
  now: Date
): Promise<void> {
  await sql.execute(
    `insert into delivery_window_promise
            (id, booking_id, order_id, window_id, kind, to_at, channel,
             told_at, message, created_at, updated_at)
     select ?, b.id, b.order_id, b.window_id, ?, ?::timestamptz, ?, ?,
            'not_sent', ?, ?
       from delivery_window_booking b
      where b.id = ? and b.order_id is not null
        and not exists (
          select from delivery_window_promise t
           where t.booking_id = b.id and t.kind = ? and t.to_at = ?
             and t.channel = ?
        )`,
    [
      newId("dwprom"),
      told.kind,
      told.to_at,
      told.channel,
      now,
      now,
      now,
      told.booking_id,
      told.kind,
      told.to_at,
      told.channel,
    ]
  )
  await sql.execute(
    `update delivery_window_progress
        set next_at = least(next_at, ?::timestamptz + interval '1 millisecond')
      where booking_id = ?`,
    [told.to_at, told.booking_id]
  )
}
