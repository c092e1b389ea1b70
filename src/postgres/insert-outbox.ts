import { newId } from "./new-id"
import type { Sql } from "./sql"

/** What leaves after the commit; its id is its idempotency key. */
export type OutboxItem = { kind: string; name: string; data: object }

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
