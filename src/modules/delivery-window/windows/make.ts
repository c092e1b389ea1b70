import { MedusaError } from "@medusajs/framework/utils"
import { newId } from "../../../postgres/new-id"
import type { Sql } from "../../../postgres/sql"
import type { Booking } from "../booking/booking"
import { judgeCapacity, markFreed, selectToFlag } from "../booking/capacity"
import { selectBookings } from "../booking/bookings"
import { markOrdersChanged } from "../booking/orders"
import type { PlannedWindow } from "../window"

/** Which windows have been made, and what else their making needs. */
export type Making = {
  /** Counts the changes of templates and exceptions. */
  version: number
  /** By which rules the windows of these dates were made; null: none yet. */
  made_by: string | null
  made_from: string | null
  made_to: string | null
  /** The database's date in UTC, by the shop's clock. */
  today: string
}

export async function readMaking(sql: Sql, ahead_ms: number): Promise<Making> {
  const [making] = await sql.execute<Making[]>(
    `select coalesce(version, 0) as version, made_by,
            made_from::text as made_from, made_to::text as made_to,
            (delivery_window_at(?) at time zone 'UTC')::date::text as today
       from (select) as one
       left join delivery_window_making on id = 'windows'`,
    [ahead_ms]
  )
  if (!making) {
    throw new MedusaError(
      MedusaError.Types.UNEXPECTED_STATE,
      "The database gave no answer"
    )
  }
  return making
}

/** Windows as they are planned, of all dates of a range. */
export type Plan = {
  rows: readonly PlannedWindow[]
  from: string
  to: string
  /** By which rules they were planned. */
  version: number
  made_by: string
}

/**
 * Writes the planned windows that have not begun. What is booked stays where
 * and when it is: of such a window only the capacity and what is asked of new
 * bookings change, and if it is no longer planned it takes no new ones.
 *
 * @returns the bookings that are over the capacity since then, the last first,
 * each with the flag `over_capacity`; null if the rules have changed since the
 * planning, and nothing was written
 */
export async function writePlan(
  sql: Sql,
  plan: Plan,
  ahead_ms: number,
  now: Date
): Promise<Booking[] | null> {
  const [making] = await sql.execute<{ version: number }[]>(
    `insert into delivery_window_making (id, version) values ('windows', 0)
         on conflict (id) do update set updated_at = now()
  returning version`
  )
  if (making?.version !== plan.version) {
    return null
  }
  const rows = JSON.stringify(
    plan.rows.map((row) => ({ ...row, id: newId("dwin") }))
  )
  // Locked before anything is counted, and in the order in which places are
  // taken.
  await sql.execute(
    `select 1 from delivery_window
      where local_date between ?::date and ?::date
        and starts_at > delivery_window_at(?)
      order by id for update`,
    [plan.from, plan.to, ahead_ms]
  )
  await closeUnplanned(sql, plan, rows, ahead_ms)
  await upsert(sql, rows, ahead_ms)
  const over = await flagOver(sql, plan, ahead_ms, now)
  await sql.execute(
    `update delivery_window_making
        set made_from = case when made_by = ? and made_from <= ?::date
                              and made_to >= ?::date - 1
                             then made_from else ?::date end,
            made_to = case when made_by = ? and made_to >= ?::date
                            and made_from <= ?::date
                           then made_to else ?::date end,
            made_by = ?`,
    [
      plan.made_by,
      plan.from,
      plan.from,
      plan.from,
      plan.made_by,
      plan.to,
      plan.to,
      plan.to,
      plan.made_by,
    ]
  )
  return over
}

/**
 * Which bookings `writePlan` would find over the capacity, as things stand, the
 * last first. Only reads, so that nobody who books has to wait for it.
 */
export async function tryPlan(
  sql: Sql,
  { rows, from, to }: Pick<Plan, "rows" | "from" | "to">,
  ahead_ms: number
): Promise<Pick<Booking, "id" | "order_id">[]> {
  return await selectToFlag(sql, {
    // As `closeUnplanned` and `upsert` would leave them.
    from: `(
        select w.id,
               case when planned.template_id is null then false
                    when planned.starts_at > delivery_window_at(?)
                    then planned.is_closed
                    else w.is_called_off end as is_called_off,
               case when planned.starts_at > delivery_window_at(?)
                    then ${ofUnit("capacity", "planned")}
                    else w.capacity end as capacity
          from delivery_window as w
          left join ${PLANNED} using (template_id, local_date, local_start)
         where w.local_date between ?::date and ?::date
           and w.starts_at > delivery_window_at(?)
      ) as w`,
    values: [ahead_ms, ahead_ms, JSON.stringify(rows), from, to, ahead_ms],
  })
}

/** What is booked in another unit keeps what it is counted in. */
const ofUnit = (
  column: "capacity" | "capacity_unit",
  planned: "planned" | "excluded"
) =>
  `case when w.booked > 0 and w.capacity_unit <> ${planned}.capacity_unit
        then w.${column} else ${planned}.${column} end`

const PLANNED = `jsonb_to_recordset(?::jsonb) as planned (
  id text, template_id text, local_date date, local_start text, local_end text,
  time_zone text, starts_at timestamptz, ends_at timestamptz,
  cut_off_at timestamptz, lead_minutes integer, service_zone_id text,
  shipping_option_ids text[], capacity integer, capacity_unit text,
  is_closed boolean)`

async function closeUnplanned(
  sql: Sql,
  { from, to }: Plan,
  rows: string,
  ahead_ms: number
): Promise<void> {
  const unplanned = `local_date between ?::date and ?::date
    and starts_at > delivery_window_at(?)
    and (template_id, local_date, local_start) not in (
      select template_id, local_date, local_start from ${PLANNED})`
  await sql.execute(
    `delete from delivery_window as w
      where ${unplanned}
        and not exists (select from delivery_window_booking
                         where window_id = w.id)`,
    [from, to, ahead_ms, rows]
  )
  await sql.execute(
    `update delivery_window
        set is_closed = true, is_called_off = false, updated_at = now()
      where ${unplanned} and (not is_closed or is_called_off)`,
    [from, to, ahead_ms, rows]
  )
}

async function upsert(sql: Sql, rows: string, ahead_ms: number): Promise<void> {
  const isChosen = `(w.booked > 0 or w.id in (select window_id from ran_out))`
  const keep = (column: string) =>
    `${column} = case when ${isChosen} then w.${column}
                      else excluded.${column} end`
  await sql.execute(
    // A cart whose hold ran out may still become an order, which then takes a
    // place in the window that the shopper saw.
    `with ran_out as (
       select window_id from delivery_window_booking
        where release_reason = 'expired' and order_id is null
          and updated_at > now() - interval '1 day'
     )
     insert into delivery_window as w
            (id, template_id, local_date, local_start, local_end, time_zone,
             starts_at, ends_at, cut_off_at, lead_minutes, service_zone_id,
             shipping_option_ids, capacity, capacity_unit, is_closed,
             is_called_off)
     select id, template_id, local_date, local_start, local_end, time_zone,
            starts_at, ends_at, cut_off_at, lead_minutes, service_zone_id,
            shipping_option_ids, capacity, capacity_unit, is_closed, is_closed
       from ${PLANNED}
      where starts_at > delivery_window_at(?)
         on conflict (template_id, local_date, local_start) do update
        set ${["local_end", "time_zone", "starts_at", "ends_at"].map(keep).join(", ")},
            cut_off_at = case when ${isChosen}
                               and w.starts_at <> excluded.starts_at
                              then w.cut_off_at else excluded.cut_off_at end,
            capacity = ${ofUnit("capacity", "excluded")},
            capacity_unit = ${ofUnit("capacity_unit", "excluded")},
            lead_minutes = excluded.lead_minutes,
            service_zone_id = excluded.service_zone_id,
            shipping_option_ids = excluded.shipping_option_ids,
            is_closed = excluded.is_closed,
            is_called_off = excluded.is_called_off, updated_at = now()`,
    [rows, ahead_ms]
  )
}

/** The orders concerned are looked at by the next ticks. */
async function flagOver(
  sql: Sql,
  { from, to }: Plan,
  ahead_ms: number,
  now: Date
): Promise<Booking[]> {
  const ofPlan = {
    condition: `w.local_date between ?::date and ?::date
      and w.starts_at > delivery_window_at(?)`,
    values: [from, to, ahead_ms],
  }
  const changed = await judgeCapacity(sql, ofPlan, ahead_ms)
  await markOrdersChanged(
    sql,
    changed.flatMap(({ order_id }) => order_id ?? []),
    now
  )
  await markFreed(sql, ofPlan)
  const flagged = changed.filter(({ flag }) => flag !== null)
  const over = new Map(
    (
      await selectBookings(sql, { booking_ids: flagged.map(({ id }) => id) })
    ).map((booking) => [booking.id, booking])
  )
  return flagged.flatMap(({ id }) => over.get(id) ?? [])
}
