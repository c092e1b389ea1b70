import type { Sql } from "../../../postgres/sql"

/**
 * Orders whose courier may be on the way: their window begins within this time,
 * or is past and nobody knows what became of it. The next ones first, after
 * `after`.
 */
export async function selectOnTheWay(
  sql: Sql,
  { until, since }: { until: Date; since: Date },
  page: { after: string; limit: number }
): Promise<string[]> {
  const rows = await sql.execute<{ order_id: string }[]>(
    `select distinct b.order_id
       from delivery_window w
       join delivery_window_booking b on b.window_id = w.id
      where w.starts_at between ? and ?
        and b.status in ('confirmed', 'late') and b.order_id > ?
      order by b.order_id limit ?`,
    [since, until, page.after, page.limit]
  )
  return rows.map(({ order_id }) => order_id)
}

/**
 * Takes a carrier's turn to be asked, by the database's clock, so that one
 * instance asks.
 *
 * @returns false if it was asked within so many minutes
 */
export async function takeTurn(
  sql: Sql,
  carrier: string,
  minutes: number
): Promise<boolean> {
  const rows = await sql.execute(
    `insert into delivery_window_mark (name, position)
     values (?, clock_timestamp())
         on conflict (name) do update
        set position = clock_timestamp(), updated_at = clock_timestamp()
      where delivery_window_mark.position not between
              clock_timestamp() - ? * interval '1 minute'
              and clock_timestamp()
  returning name`,
    [`carrier:${carrier}`, minutes]
  )
  return rows.length > 0
}
