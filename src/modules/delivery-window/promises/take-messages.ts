import type { WaitingItem } from "../../../postgres/outbox"
import type { Sql } from "../../../postgres/sql"
import { outbox } from "../tables"

/** Messages are not gathered. */
const NOTHING_GATHERED = { kind: "", seconds: 0 }

/** Takes the messages that may be tried now, so that no other instance does. */
export async function takeMessages(
  sql: Sql,
  limit: number,
  now: Date
): Promise<WaitingItem[]> {
  const ids = await outbox.listWaiting(
    sql,
    new Date(now.getTime() + 1),
    now,
    NOTHING_GATHERED
  )
  return ids.length > 0 ? await outbox.take(sql, ids.slice(0, limit), now) : []
}
