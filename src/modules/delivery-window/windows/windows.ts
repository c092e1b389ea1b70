import type { Sql, SqlValue } from "../../../postgres/sql"
import type { OpenWindow, UsedWindow, Window } from "../window"

export const COLUMNS = `w.id, w.template_id, w.local_date::text as local_date,
  w.local_start, w.local_end, w.time_zone, w.starts_at, w.ends_at,
  w.cut_off_at, w.lead_minutes, w.service_zone_id, w.shipping_option_ids,
  w.capacity, w.capacity_unit, w.booked, w.is_closed`

const LIST = "array(select jsonb_array_elements_text(?::jsonb))"

/** Which open windows; at least one option or zone is given. */
export type OpenFilters = {
  shipping_option_ids: readonly string[]
  /** Of these options. */
  service_zone_ids: readonly string[]
  /** Windows that start from then on, and before `to`. */
  from: Date
  to: Date
  /** How much is to be booked, by unit; 1 of those left out. */
  units_of?: Readonly<Record<string, number>>
  /** Instead, those that have not so much room. */
  is_full?: boolean
}

/**
 * The windows that may be booked now, by their start. Those that run out of
 * their hold give way, so their units are free. The full ones among them are
 * booked only with a reason.
 */
export async function selectOpenWindows(
  sql: Sql,
  filters: OpenFilters,
  ahead_ms: number
): Promise<OpenWindow[]> {
  return await selectFree(
    sql,
    `(t.shipping_option_ids && ${LIST}
       or t.shipping_option_ids = '{}' and t.service_zone_id = any(${LIST}))
      and w.starts_at >= ? and w.starts_at < ?`,
    [
      JSON.stringify(filters.shipping_option_ids),
      JSON.stringify(filters.service_zone_ids),
      filters.from,
      filters.to,
    ],
    filters.units_of ?? {},
    ahead_ms,
    null,
    filters.is_full
  )
}

/** The next window after one, of those that serve the same, with units free. */
export async function selectNextWindow(
  sql: Sql,
  window_id: string,
  units: number,
  ahead_ms: number
): Promise<Window | null> {
  const [next] = await selectFree(
    sql,
    `w.id <> ? and exists (
       select from delivery_window as asked
        where asked.id = ? and w.starts_at >= asked.starts_at
          and w.capacity_unit = asked.capacity_unit
          and t.service_zone_id is not distinct from asked.service_zone_id
          and (t.shipping_option_ids = asked.shipping_option_ids
               or asked.shipping_option_ids <> '{}'
                  and (t.shipping_option_ids @> asked.shipping_option_ids
                       or t.shipping_option_ids = '{}')))`,
    [window_id, window_id],
    null,
    ahead_ms,
    units
  )
  return next ?? null
}

async function selectFree(
  sql: Sql,
  condition: string,
  values: readonly SqlValue[],
  units_of: Readonly<Record<string, number>> | null,
  ahead_ms: number,
  units: number | null,
  is_full = false
): Promise<OpenWindow[]> {
  return await sql.execute<OpenWindow[]>(
    `select ${COLUMNS},
            w.capacity - w.booked + coalesce(ended.units, 0) as free
       from delivery_window_template as t
       join delivery_window as w on w.template_id = t.id
       left join (
              select window_id, sum(units)::integer as units
                from delivery_window_booking
               where status = 'held' and held_until <= delivery_window_at(?)
               group by window_id
            ) as ended on ended.window_id = w.id
      where t.is_on and t.deleted_at is null
        and ${condition}
        and delivery_window_refusal(w, delivery_window_at(?)) is null
        and w.capacity - w.booked + coalesce(ended.units, 0) ${is_full ? "<" : ">="}
            coalesce((?::jsonb ->> w.capacity_unit)::integer, ?::integer, 1)
      order by w.starts_at, w.ends_at, w.id
      ${units === null ? "" : "limit 1"}`,
    [ahead_ms, ...values, ahead_ms, JSON.stringify(units_of ?? {}), units]
  )
}

/** Those of these windows that take bookings now, full or not. */
export async function selectTaking(
  sql: Sql,
  window_ids: readonly string[],
  ahead_ms: number
): Promise<{ id: string }[]> {
  return await sql.execute<{ id: string }[]>(
    `select w.id from delivery_window as w
      where w.id = any(${LIST})
        and delivery_window_refusal(w, delivery_window_at(?)) is null`,
    [JSON.stringify(window_ids), ahead_ms]
  )
}

/** Which windows, for the board and the settings. */
export type WindowFilters = {
  window_ids?: readonly string[]
  template_ids?: readonly string[]
  /** The first and the last local date: `2026-11-27`. */
  from_date?: string
  to_date?: string
}

/** The windows that fit, by their start. */
export async function selectWindows(
  sql: Sql,
  filters: WindowFilters
): Promise<UsedWindow[]> {
  const { window_ids, template_ids, from_date, to_date } = filters
  const conditions: [condition: string, value: string][] = [
    ...(window_ids
      ? [[`w.id = any(${LIST})`, JSON.stringify(window_ids)] as const]
      : []),
    ...(template_ids
      ? [
          [
            `w.template_id = any(${LIST})`,
            JSON.stringify(template_ids),
          ] as const,
        ]
      : []),
    ...(from_date ? [["w.local_date >= ?", from_date] as const] : []),
    ...(to_date ? [["w.local_date <= ?", to_date] as const] : []),
  ].map(([condition, value]) => [condition, value])
  return await sql.execute<UsedWindow[]>(
    `select ${COLUMNS},
            w.booked + coalesce((
              select sum(units)::integer from delivery_window_booking as b
               where b.window_id = w.id and b.status in ('delivered', 'missed')
            ), 0) as taken
       from delivery_window as w
      where ${conditions.map(([condition]) => condition).join(" and ") || "true"}
      order by w.starts_at, w.ends_at, w.id`,
    conditions.map(([, value]) => value)
  )
}
