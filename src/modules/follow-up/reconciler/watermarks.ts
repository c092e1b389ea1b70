import type { Sql } from "../../../postgres/sql"
import { watermarks } from "../tables"

/**
 * Records when the plugin was first started: nothing is opened for older
 * records. Later calls change nothing.
 */
export async function markFirstStart(sql: Sql, now: Date): Promise<Date> {
  return await watermarks.start(sql, "first_start", now, now)
}

/**
 * How far the reconciler has read; a new watermark starts at the first start.
 */
export async function readWatermark(
  sql: Sql,
  name: string,
  now: Date
): Promise<Date> {
  return await watermarks.start(sql, name, await markFirstStart(sql, now), now)
}
