import type { Sql } from "../../../postgres/sql"
import type { AgreedBy } from "../booking/booking"
import { insertPromises, MESSAGE } from "../promises/promises"
import { outbox } from "../tables"
import { wakeProgress } from "./progress"

type Bookings = {
  booking_id: string
  order_id: string
  window_id: string
  agreed_by: AgreedBy | null
  customer_moves: number
  from_at: string | Date
  to_at: string | Date
}

/** Bookings that one call looks at. */
const AT_ONCE = 50

/**
 * Promises the windows that were agreed on and are not promised yet, and ends
 * the promises of windows that bookings have left. It needs no event: what was
 * agreed on is in the bookings themselves.
 *
 * @param within_s - only of bookings that have changed within so many seconds
 * @returns the bookings concerned
 */
export async function promiseAgreed(
  sql: Sql,
  within_s: number,
  now: Date
): Promise<string[]> {
  const left = await sql.execute<{ id: string; booking_id: string }[]>(
    `update delivery_window_promise t
        set replaced_at = ?, updated_at = ?,
            -- It was broken before the customer took another.
            kept = case when t.kept is null and t.told_at is not null
                         and b.window_id <> t.window_id
                         and t.to_at < b.taken_at
                        then false else t.kept end,
            not_sent = case when t.message = 'waiting' then 'outdated'
                            else t.not_sent end,
            message = case when t.message = 'waiting' then 'not_sent'
                           else t.message end
       from delivery_window_booking b
      where b.id = t.booking_id and t.replaced_at is null
        and b.updated_at > now() - ? * interval '1 second'
        and (b.status = 'released' or b.window_id <> t.window_id)
  returning t.id, t.booking_id`,
    [now, now, within_s]
  )
  await tellReleased(
    sql,
    left.map(({ id }) => id),
    now
  )
  const agreed = await sql.execute<Bookings[]>(
    `select b.id as booking_id, b.order_id, b.window_id, b.agreed_by,
            b.customer_moves, w.starts_at as from_at, w.ends_at as to_at
       from delivery_window_booking b
       join delivery_window w on w.id = b.window_id
      where b.updated_at > now() - ? * interval '1 second'
        and b.status in ('confirmed', 'late') and b.order_id is not null
        and not exists (
          select from delivery_window_promise t
           where t.booking_id = b.id and t.kind = 'agreed'
             and t.window_id = b.window_id and t.replaced_at is null
        )
      order by b.updated_at limit ${AT_ONCE}`,
    [within_s]
  )
  for (const { agreed_by, customer_moves, ...booking } of agreed) {
    await insertPromises(
      sql,
      [
        {
          ...booking,
          kind: "agreed",
          from_at: new Date(booking.from_at),
          to_at: new Date(booking.to_at),
          ...knownBy(agreed_by, customer_moves, now),
          sequence: await nextSequence(sql, booking.order_id),
        },
      ],
      now
    )
  }
  const booking_ids = [
    ...new Set([...left, ...agreed].map(({ booking_id }) => booking_id)),
  ]
  await wakeProgress(sql, booking_ids, now)
  return booking_ids
}

/**
 * Who agrees on a window knows it: by phone, in the store, or by the link. Where
 * the shop has moved it, the customer knows it by the message.
 */
function knownBy(agreed_by: Bookings["agreed_by"], moves: number, now: Date) {
  return agreed_by === "shop"
    ? {}
    : {
        channel: agreed_by === "agent" ? "phone" : moves > 0 ? "link" : "store",
        told_at: now,
      }
}

/**
 * Who was sent a window is told that it is no more, also if the message about
 * another one that they agreed on since never left.
 */
async function tellReleased(
  sql: Sql,
  promise_ids: string[],
  now: Date
): Promise<void> {
  const rows = await sql.execute<{ id: string }[]>(
    `select t.id from delivery_window_promise t
       join delivery_window_booking b on b.id = t.booking_id
      where t.id in (select value from jsonb_array_elements_text(?::jsonb))
        and t.kind = 'agreed' and b.status = 'released'
        and exists (select from delivery_window_promise s
                     where s.booking_id = b.id and s.kind = 'agreed'
                       and s.message = 'sent')
        -- Nobody waits for what is over.
        and b.release_reason <> 'order_over'`,
    [JSON.stringify(promise_ids)]
  )
  await outbox.insert(
    sql,
    rows.map(({ id }) => ({
      kind: MESSAGE,
      name: "canceled",
      data: { promise_id: id },
    })),
    now
  )
}

/**
 * The number of the next version of an order's calendar entry. Odd ones are
 * left to its cancelation.
 */
async function nextSequence(sql: Sql, order_id: string): Promise<number> {
  const [row] = await sql.execute<{ count: number }[]>(
    `select count(*)::int as count from delivery_window_promise
      where order_id = ? and kind = 'agreed'`,
    [order_id]
  )
  return 2 * (row?.count ?? 0)
}
