import { CLOCKS_DIFFER } from "../../../postgres/clocks-differ"
import { PAUSE } from "../../../postgres/pause"
import type { Sql } from "../../../postgres/sql"
import { watermarksOf } from "../../../postgres/watermarks"

/** How far orders have been read; see `Watermarks`. */
export const watermarks = watermarksOf("delivery_window_watermark")

/** An order that was taken to be looked at. */
export type TakenOrder = { order_id: string; version: number }

/** How a booked order is delivered, as it was when the place was agreed on. */
export type KnownDelivery = {
  booking_id: string
  /** A text that differs where the addresses do. */
  address: string
  /** The same of the shipping options. */
  shipping_options: string
  /** The units for which there was no room, and which a person was asked about. */
  asked_units: number | null
}

/** Orders that nothing was heard of are looked at again after this. */
const LOOKED_AT_AGAIN = "15 minutes"

/** Orders that need nothing are known for as long, so that no walk takes them again. */
const FORGOTTEN_AFTER = "1 hour"

/** Marks orders as changed; they are due at once, the first of them first. */
export async function markOrdersChanged(
  sql: Sql,
  order_ids: readonly string[],
  now: Date
): Promise<void> {
  await insertOrders(
    sql,
    order_ids,
    now,
    `update
        set is_changed = true, version = delivery_window_order.version + 1,
            due_at = excluded.due_at, attempts = 0,
            updated_at = excluded.updated_at`
  )
}

/** Has orders looked at that are not known yet, as their event may be lost. */
export async function noticeOrders(
  sql: Sql,
  order_ids: readonly string[],
  now: Date
): Promise<void> {
  await insertOrders(sql, order_ids, now, "nothing")
}

/** @param if_known - what to do with those that are already known */
async function insertOrders(
  sql: Sql,
  order_ids: readonly string[],
  now: Date,
  if_known: string
): Promise<void> {
  const ids = [...new Set(order_ids)]
  if (ids.length === 0) {
    return
  }
  await sql.execute(
    `insert into delivery_window_order
            (order_id, is_changed, due_at, created_at, updated_at)
     select order_id, true,
            ?::timestamptz + (place - ?) * interval '1 microsecond',
            ?::timestamptz, ?::timestamptz
       from jsonb_array_elements_text(?::jsonb)
            with ordinality as listed (order_id, place)
      order by order_id
         on conflict (order_id) do ${if_known}`,
    [now, ids.length, now, now, JSON.stringify(ids)]
  )
}

/**
 * Has bookings looked at whose orders are forgotten: those of orders that were
 * over before anything was done about it.
 */
export async function noticeForgotten(
  sql: Sql,
  limit: number,
  now: Date
): Promise<void> {
  const rows = await sql.execute<{ order_id: string }[]>(
    `select order_id from delivery_window_booking as b
      where status in ('held', 'confirmed', 'late') and order_id is not null
        and not exists (select from delivery_window_order as known
                         where known.order_id = b.order_id)
      order by order_id limit ?`,
    [limit]
  )
  await noticeOrders(
    sql,
    rows.map(({ order_id }) => order_id),
    now
  )
}

/** Forgets orders that needed nothing for a while. */
export async function forgetOrders(sql: Sql, now: Date): Promise<void> {
  await sql.execute(
    `delete from delivery_window_order
      where not is_watched and not is_changed and due_at < ?::timestamptz`,
    [now]
  )
}

/**
 * Takes orders that are due, changed ones first, so that no other instance takes
 * them at the same time. One whose time is further away than any pause was set
 * while the clock was ahead.
 *
 * @param order_ids - only these; null for any
 */
export async function takeOrders(
  sql: Sql,
  {
    limit,
    only_changed,
    order_ids,
  }: { limit: number; only_changed: boolean; order_ids: string[] | null },
  now: Date
): Promise<TakenOrder[]> {
  return await sql.execute<TakenOrder[]>(
    `update delivery_window_order
        set attempts = attempts + 1, due_at = ?::timestamptz + ${PAUSE}
      where order_id in (
              select order_id from delivery_window_order
               where (due_at <= ?::timestamptz
                      or due_at > ?::timestamptz
                                  + interval '${FORGOTTEN_AFTER}'
                                  + interval '${CLOCKS_DIFFER}')
                 and (is_changed or is_watched and not ?)
                 and (?::jsonb is null or ?::jsonb @> to_jsonb(order_id))
               order by is_changed desc, due_at, order_id
               limit ?
                 for update skip locked
            )
  returning order_id, version`,
    [
      now,
      now,
      now,
      only_changed,
      order_ids && JSON.stringify(order_ids),
      order_ids && JSON.stringify(order_ids),
      limit,
    ]
  )
}

/**
 * Notes that an order was looked at, unless it has changed since. One that is
 * watched is looked at again later, as events get lost.
 */
export async function finishOrder(
  sql: Sql,
  { order_id, version }: TakenOrder,
  is_watched: boolean,
  now: Date
): Promise<void> {
  await sql.execute(
    `update delivery_window_order
        set is_changed = false, is_watched = ?, attempts = 0,
            updated_at = ?::timestamptz,
            due_at = ?::timestamptz
                     + case when ? then interval '${LOOKED_AT_AGAIN}'
                            else interval '${FORGOTTEN_AFTER}' end
      where order_id = ? and version = ?`,
    [is_watched, now, now, is_watched, order_id, version]
  )
}

/** How an order is delivered, as far as it was written down. */
export async function readKnownDelivery(
  sql: Sql,
  order_id: string
): Promise<KnownDelivery | null> {
  const [row] = await sql.execute<
    {
      booking_id: string | null
      address: string | null
      shipping_options: string | null
      asked_units: number | null
    }[]
  >(
    `select booking_id, address, shipping_options, asked_units
       from delivery_window_order where order_id = ?`,
    [order_id]
  )
  const { booking_id, address, shipping_options, asked_units } = row ?? {}
  return booking_id && typeof address === "string" && shipping_options != null
    ? {
        booking_id,
        address,
        shipping_options,
        asked_units: asked_units ?? null,
      }
    : null
}

/** Writes down how a booked order is delivered. */
export async function keepKnownDelivery(
  sql: Sql,
  order_id: string,
  { booking_id, address, shipping_options, asked_units }: KnownDelivery
): Promise<void> {
  await sql.execute(
    `update delivery_window_order
        set booking_id = ?, address = ?, shipping_options = ?, asked_units = ?
      where order_id = ?`,
    [booking_id, address, shipping_options, asked_units, order_id]
  )
}
