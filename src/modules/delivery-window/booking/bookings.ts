import type { Sql } from "../../../postgres/sql"
import type { Booking, BookingEvent, BookingStatus } from "./booking"

/** Which bookings; each list narrows, and at least one is given. */
export type BookingFilters = {
  booking_ids?: readonly string[]
  order_ids?: readonly string[]
  cart_ids?: readonly string[]
  window_ids?: readonly string[]
  flags?: readonly string[]
  status?: readonly BookingStatus[]
}

const COLUMNS = `id, window_id, order_id, cart_id, status, units, held_until,
  taken_at, expected_at, delivered_at, late_minutes, flag, agreed_by, actor_id,
  overbooked_reason, release_reason, customer_moves, created_at, updated_at`

const FILTERED = {
  booking_ids: "id",
  order_ids: "order_id",
  cart_ids: "cart_id",
  window_ids: "window_id",
  flags: "flag",
  status: "status",
} as const

/** The bookings that fit, the first taken first. */
export async function selectBookings(
  sql: Sql,
  filters: BookingFilters
): Promise<Booking[]> {
  const asked = Object.entries(FILTERED).flatMap(([name, column]) => {
    const values: readonly string[] | undefined = Reflect.get(filters, name)
    return values ? [{ column, values }] : []
  })
  if (asked.length === 0 || asked.some(({ values }) => values.length === 0)) {
    return []
  }
  return await sql.execute<Booking[]>(
    `select ${COLUMNS} from delivery_window_booking
      where ${asked
        .map(
          ({ column }) =>
            `${column} = any(array(
               select jsonb_array_elements_text(?::jsonb)))`
        )
        .join(" and ")}
      order by taken_at, id`,
    asked.map(({ values }) => JSON.stringify(values))
  )
}

/** What happened to a booking, the first first. */
export async function selectHistory(
  sql: Sql,
  booking_id: string
): Promise<BookingEvent[]> {
  return await sql.execute<BookingEvent[]>(
    `select id, booking_id, kind, data, actor_id, occurred_at
       from delivery_window_booking_event
      where booking_id = ? order by id`,
    [booking_id]
  )
}

/** Says what a person must look at; null: nothing any more. */
export async function flagBooking(
  sql: Sql,
  booking_id: string,
  flag: string | null,
  instead_of: string | null = null
): Promise<boolean> {
  const rows = await sql.execute(
    `with flagged as (
       update delivery_window_booking set flag = ?, updated_at = now()
        where id = ? and flag is distinct from ?
          and coalesce(flag = ?, ?::text is null) returning id
     )
     select delivery_window_note(id, 'flagged',
              jsonb_build_object('flag', ?::text), null, statement_timestamp())
       from flagged`,
    [flag, booking_id, flag, instead_of, instead_of, flag]
  )
  return rows.length > 0
}

/**
 * Bookings that are over, in their window and in the time that a courier named
 * since, and of which nobody knows what became.
 */
export async function selectBacklog(
  sql: Sql,
  limit: number,
  ahead_ms: number
): Promise<{ count: number; booking_ids: string[] }> {
  const rows = await sql.execute<{ id: string; count: number }[]>(
    `select booking.id, (count(*) over ())::integer as count
       from delivery_window_booking as booking
       join delivery_window as w on w.id = booking.window_id
      where booking.status in ('confirmed', 'late')
        and greatest(w.ends_at, booking.expected_at) <= delivery_window_at(?)
      order by w.ends_at, booking.id limit ?`,
    [ahead_ms, limit]
  )
  return { count: rows[0]?.count ?? 0, booking_ids: rows.map(({ id }) => id) }
}

/** Whether anybody has ever said that something was delivered. */
export async function hasDelivered(sql: Sql): Promise<boolean> {
  const rows = await sql.execute(
    `select 1 from delivery_window_booking
      where status = 'delivered' limit 1`
  )
  return rows.length > 0
}

/** Ends the holds that have run out, in so many windows. */
export async function expireHolds(
  sql: Sql,
  windows: number,
  ahead_ms: number
): Promise<number> {
  const [row] = await sql.execute<{ freed: number }[]>(
    `select delivery_window_expire(?, ?) as freed`,
    [windows, ahead_ms]
  )
  return row?.freed ?? 0
}
