import type { Sql } from "../../../postgres/sql"

/** An order whose task does not fit its lines yet, and their version. */
export type OrderToSync = { order_id: string; version: number }

/** Orders whose tasks do not fit, those waiting for longest first. */
export async function selectOrdersToSync(
  sql: Sql,
  limit: number
): Promise<string[]> {
  const rows = await sql.execute<{ order_id: string }[]>(
    `select order_id from shortage_order
      where version <> synced_version
      order by updated_at limit ?`,
    [limit]
  )
  return rows.map(({ order_id }) => order_id)
}

/** The current version of an order's lines; 0 if none was ever short. */
export async function readVersion(sql: Sql, order_id: string): Promise<number> {
  const [row] = await sql.execute<{ version: number }[]>(
    `select version from shortage_order where order_id = ?`,
    [order_id]
  )
  return row?.version ?? 0
}

/**
 * Notes that the order's task fits this version of its lines.
 *
 * @returns whether it is still the current one
 */
export async function markSynced(
  sql: Sql,
  { order_id, version }: OrderToSync
): Promise<boolean> {
  const rows = await sql.execute(
    `update shortage_order set synced_version = ?
      where order_id = ? and version = ? returning order_id`,
    [version, order_id, version]
  )
  return rows.length > 0 || version === 0
}

/** Has the tasks of these orders made to fit again. */
export async function markToSync(
  sql: Sql,
  order_ids: readonly string[],
  now: Date
): Promise<void> {
  await sql.execute(
    `update shortage_order set version = version + 1, updated_at = ?
      where order_id in (select value from jsonb_array_elements_text(?::jsonb))`,
    [now, JSON.stringify(order_ids)]
  )
}

/** What is walked over page by page. */
export type Walk = "walk" | "catalogue" | "refunds" | "payments"

/** How far a walk has come; empty at its beginning. */
export async function readCursor(
  sql: Sql,
  walk: Walk,
  now: Date
): Promise<string> {
  const [row] = await sql.execute<{ cursor: string }[]>(
    `insert into shortage_watermark (name, position)
     values (?, ?)
         on conflict (name) do update set position = excluded.position
  returning cursor`,
    [walk, now]
  )
  return row?.cursor ?? ""
}

export async function moveCursor(
  sql: Sql,
  walk: Walk,
  cursor: string
): Promise<void> {
  await sql.execute(
    `update shortage_watermark set cursor = ?, updated_at = now()
      where name = ?`,
    [cursor, walk]
  )
}
