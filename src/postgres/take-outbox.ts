import type { Sql } from "./sql"

/** Something that waits to be handed over. */
export type WaitingItem = {
  id: string
  kind: string
  name: string
  data: Record<string, unknown>
  /** How often it was tried before. */
  attempts: number
}

/** When what is not forgotten may be tried again, by how often it was tried. */
const RETRY_SECONDS = [10, 60, 600, 3600]

/**
 * Takes what may be tried now, oldest first, and sets when it may be tried
 * again: so that neither a failure nor a crash repeats it at once. An action
 * waits one degree longer, as it may take longer than the first of them.
 */
export async function takeOutbox(
  sql: Sql,
  ids: string[],
  now: Date
): Promise<WaitingItem[]> {
  const taken: WaitingItem[] = await sql.execute(
    `update follow_up_outbox_event
        set attempts = attempts + 1,
            next_attempt_at = ?::timestamptz + interval '1 second' *
              (array[${RETRY_SECONDS.join(", ")}])[least(
                attempts + 1 + (kind = 'action')::int, ${RETRY_SECONDS.length}
              )],
            updated_at = ?::timestamptz
      where id in (select value from jsonb_array_elements_text(?::jsonb))
        and (next_attempt_at is null or next_attempt_at <= ?::timestamptz)
        and deleted_at is null
  returning id, kind, name, data, attempts - 1 as attempts`,
    [now, now, JSON.stringify(ids), now]
  )
  return taken.sort((a, b) => (a.id < b.id ? -1 : 1))
}

/** Gives back what was taken and not tried: it may be taken at once. */
export async function returnOutbox(sql: Sql, ids: string[]): Promise<void> {
  await sql.execute(
    `update follow_up_outbox_event
        set attempts = attempts - 1, next_attempt_at = null
      where id in (select value from jsonb_array_elements_text(?::jsonb))`,
    [JSON.stringify(ids)]
  )
}

/** Forgets what was handed over. */
export async function forgetOutbox(sql: Sql, ids: string[]): Promise<void> {
  await sql.execute(
    `delete from follow_up_outbox_event
      where id in (select value from jsonb_array_elements_text(?::jsonb))`,
    [JSON.stringify(ids)]
  )
}
