import { newId } from "./new-id"
import type { OutboxItem } from "../modules/follow-up/task/outbox"
import type { Sql } from "./sql"

/**
 * Leaves events, notifications and actions to be handed over after the commit.
 *
 * @returns their ids, each its idempotency key
 */
export async function insertOutbox(
  sql: Sql,
  items: OutboxItem[],
  now: Date
): Promise<string[]> {
  if (items.length === 0) {
    return []
  }
  const rows = items.map(({ kind, name, data }) => ({
    id: newId("fuevt"),
    kind,
    name,
    data,
  }))
  await sql.execute(
    `insert into follow_up_outbox_event
            (id, kind, name, data, created_at, updated_at)
     select id, kind, name, data, ?::timestamptz, ?::timestamptz
       from jsonb_to_recordset(?::jsonb)
         as given (id text, kind text, name text, data jsonb)`,
    [now, now, JSON.stringify(rows)]
  )
  return rows.map(({ id }) => id)
}
