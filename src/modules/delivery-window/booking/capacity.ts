import type { Sql, SqlValue } from "../../../postgres/sql"
import type { Booking } from "./booking"
import { markOrdersChanged } from "./orders"

type Judged = Pick<Booking, "id" | "order_id" | "flag">

/** Windows, as `w`. */
type Windows = { condition: string; values: readonly SqlValue[] }

/**
 * The bookings that these windows have, as `counted`, each with whether it is
 * beyond their capacity.
 *
 * @param from - windows, as `w`, and the conditions that they meet
 */
const counted = (from: string, condition = "true") => `counted as (
       select b.id, b.order_id, b.flag, b.taken_at,
              w.is_called_off
               or b.overbooked_reason is null
                  and sum(b.units) filter (where b.overbooked_reason is null)
                        over (partition by w.id order by b.taken_at, b.id)
                      > w.capacity
               as is_over
         from ${from}
         join delivery_window_booking as b on b.window_id = w.id
        where ${condition}
          and b.status in ('held', 'confirmed', 'late')
     )`

/**
 * The bookings that `judgeCapacity` would flag in windows like these, the last
 * booked first. Only reads.
 *
 * @param windows - `from` is a table with `id`, `capacity` and `is_called_off`,
 * as `w`
 */
export async function selectToFlag(
  sql: Sql,
  { from, values }: { from: string; values: readonly SqlValue[] }
): Promise<Pick<Booking, "id" | "order_id">[]> {
  return await sql.execute(
    `with ${counted(from)}
     select id, order_id from counted
      where is_over and (flag is null or flag = 'units_unknown')
      order by taken_at desc, id desc`,
    values
  )
}

/**
 * Flags the bookings that these windows have beyond their capacity, and takes
 * the flag from those that fit again. Beyond it are those that were taken last,
 * but not what was overbooked on purpose. On a closed date all of them are, that
 * too; in a window that its changed template no longer has, they stand.
 *
 * @param flags - false: only takes flags, as people may have agreed that a
 * booking stays
 * @returns those that have changed, the last booked first
 */
export async function judgeCapacity(
  sql: Sql,
  { condition, values }: Windows,
  ahead_ms: number,
  flags = true
): Promise<Judged[]> {
  return await sql.execute<Judged[]>(
    `with ${counted("delivery_window as w", condition)}, changed as (
       update delivery_window_booking as b
          set flag = case when counted.is_over then 'over_capacity' end,
              updated_at = now()
         from counted
        where counted.id = b.id
          and (counted.is_over and (b.flag is null or b.flag = 'units_unknown')
               and ?
               or not counted.is_over and b.flag = 'over_capacity')
       returning b.id, b.order_id, b.flag, b.taken_at
     )
     select id, order_id, flag,
            delivery_window_note(id,
              case when flag is null then 'fits' else 'flagged' end,
              jsonb_build_object('flag', flag), null, delivery_window_at(?))
       from changed order by taken_at desc, id desc`,
    [...values, flags, ahead_ms]
  )
}

/** How many bookings are over the capacity, by window of these local dates. */
export async function selectOver(
  sql: Sql,
  dates: readonly string[]
): Promise<
  { window_id: string; template_id: string; local_date: string; over: number }[]
> {
  return await sql.execute(
    `select w.id as window_id, w.template_id,
            w.local_date::text as local_date, count(*)::integer as over
       from delivery_window_booking as b
       join delivery_window as w on w.id = b.window_id
      where b.flag = 'over_capacity'
        and b.status in ('held', 'confirmed', 'late')
        and w.local_date = any(array(
              select jsonb_array_elements_text(?::jsonb)::date))
      group by w.id`,
    [JSON.stringify(dates)]
  )
}

/** Has orders that have outgrown these windows try again. */
export async function markFreed(
  sql: Sql,
  { condition, values }: Windows
): Promise<void> {
  await sql.execute(
    `update delivery_window as w set is_freed = true
      where ${condition} and not is_freed
        and exists (select from delivery_window_booking as b
                     where b.window_id = w.id and b.flag = 'outgrown')`,
    values
  )
}

/**
 * Takes the flags of bookings that fit again since others have left their
 * window, and has the orders concerned looked at.
 *
 * @param windows - how many at most
 */
export async function judgeFreed(
  sql: Sql,
  windows: number,
  ahead_ms: number,
  now: Date
): Promise<void> {
  const freed = await sql.execute<{ id: string }[]>(
    `select id from delivery_window where is_freed
      order by id limit ? for update skip locked`,
    [windows]
  )
  if (freed.length === 0) {
    return
  }
  const listed = JSON.stringify(freed.map(({ id }) => id))
  const ids = `array(select jsonb_array_elements_text(?::jsonb))`
  const fitting = await judgeCapacity(
    sql,
    { condition: `w.id = any(${ids})`, values: [listed] },
    ahead_ms,
    false
  )
  const outgrown = await sql.execute<Judged[]>(
    `select id, order_id, flag from delivery_window_booking
      where window_id = any(${ids}) and flag = 'outgrown'
        and status in ('confirmed', 'late')
      order by taken_at, id`,
    [listed]
  )
  await markOrdersChanged(
    sql,
    [...fitting, ...outgrown].flatMap(({ order_id }) => order_id ?? []),
    now
  )
  await sql.execute(
    `update delivery_window set is_freed = false where id = any(${ids})`,
    [listed]
  )
}
