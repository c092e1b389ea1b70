import type { Sql } from "./sql"

/** `first_start` never moves; the others are how far the reconciler has read. */
export type WatermarkName = "first_start" | "orders" | "customers"

/** Sets a watermark that does not exist yet, and returns what it is then. */
export async function startWatermark(
  sql: Sql,
  name: WatermarkName,
  position: Date,
  now: Date
): Promise<Date> {
  await sql.execute(
    `insert into follow_up_watermark (name, position, created_at, updated_at)
     values (?, ?, ?, ?)
         on conflict (name) do nothing`,
    [name, position, now, now]
  )
  const [row] = await sql.execute<{ position: string }[]>(
    `select position from follow_up_watermark where name = ?`,
    [name]
  )
  return row ? new Date(row.position) : position
}

/** Moves a watermark ahead; it never goes back. */
export async function advanceWatermark(
  sql: Sql,
  name: WatermarkName,
  position: Date,
  now: Date
): Promise<void> {
  await sql.execute(
    `update follow_up_watermark
        set position = ?, updated_at = ?
      where name = ? and position < ?`,
    [position, now, name, position]
  )
}

/** What is done once in the life of a shop. */
type OnceDone = "canned_answers"

/**
 * Notes that something has been done.
 *
 * @returns whether it is done here, for the first time: others wait for the
 * end of this transaction
 */
export async function setMark(
  sql: Sql,
  name: OnceDone,
  now: Date
): Promise<boolean> {
  const set = await sql.execute<{ name: string }[]>(
    `insert into follow_up_watermark (name, position, created_at, updated_at)
     values (?, ?, ?, ?)
         on conflict (name) do nothing
  returning name`,
    [name, now, now, now]
  )
  return set.length > 0
}
