import type { Sql } from "../../../postgres/sql"
import { ACTIVE } from "./booking"

/** A window whose count is not the sum of its active bookings. */
export type WrongSum = { window_id: string; booked: number; active: number }

const LISTED = ACTIVE.map((status) => `'${status}'`).join(", ")

const SUMS = `
  select window_id, sum(units)::integer as active
    from delivery_window_booking where status in (${LISTED}) group by window_id`

/** The windows whose counts are wrong: none, unless somebody changed rows. */
export async function selectWrongSums(sql: Sql): Promise<WrongSum[]> {
  return await sql.execute<WrongSum[]>(
    `select w.id as window_id, w.booked, coalesce(sums.active, 0) as active
       from delivery_window as w
       left join (${SUMS}) as sums on sums.window_id = w.id
      where w.booked <> coalesce(sums.active, 0)
      order by w.id`
  )
}

/**
 * Sets the counts right. The windows are locked before their bookings are added
 * up, so that nobody takes a place in between.
 *
 * @returns what was wrong
 */
export async function repairSums(sql: Sql): Promise<WrongSum[]> {
  const suspected = JSON.stringify(
    (await selectWrongSums(sql)).map(({ window_id }) => window_id)
  )
  const listed = `array(select jsonb_array_elements_text(?::jsonb))`
  await sql.execute(`select delivery_window_lock(${listed})`, [suspected])
  const wrong = (await selectWrongSums(sql)).filter(({ window_id }) =>
    suspected.includes(JSON.stringify(window_id))
  )
  await sql.execute(
    `update delivery_window as w set booked = found.active, updated_at = now()
       from jsonb_to_recordset(?::jsonb) as found (window_id text, active integer)
      where w.id = found.window_id`,
    [JSON.stringify(wrong)]
  )
  return wrong
}
