import { newId } from "./new-id"
import type { Sql } from "./sql"

/** Delivered after the commit; its id is the idempotency key. */
export type OutboxItem = { kind: string; name: string; data: object }

/** An item that waits to be delivered. */
export type WaitingItem = {
  id: string
  kind: string
  name: string
  data: Record<string, unknown>
  /** How often delivery was tried before. */
  attempts: number
}

/** Seconds until the next try, by the number of earlier tries. */
const RETRY_SECONDS = [10, 60, 600, 3600]

/**
 * The outbox of a module: items that were committed with a change and have not
 * been delivered yet.
 *
 * @param table - with the columns `id`, `kind`, `name`, `data` (jsonb),
 * `attempts` (initially 0), `next_attempt_at`, and Medusa's three timestamps
 * @param slow_kinds - kinds that use the next longer delay after each try, as
 * delivering them may take longer than the first delay
 */
export function outboxOf(
  table: string,
  id_prefix: string,
  slow_kinds: readonly string[] = []
) {
  return {
    /**
     * Adds items, to be delivered after the commit.
     *
     * @returns their ids, each its idempotency key
     */
    insert: async (
      sql: Sql,
      items: OutboxItem[],
      now: Date
    ): Promise<string[]> => {
      if (items.length === 0) {
        return []
      }
      const rows = items.map(({ kind, name, data }) => ({
        id: newId(id_prefix),
        kind,
        name,
        data,
      }))
      await sql.execute(
        `insert into ${table} (id, kind, name, data, created_at, updated_at)
         select id, kind, name, data, ?::timestamptz, ?::timestamptz
           from jsonb_to_recordset(?::jsonb)
             as given (id text, kind text, name text, data jsonb)`,
        [now, now, JSON.stringify(rows)]
      )
      return rows.map(({ id }) => id)
    },

    /**
     * Takes the items that may be tried now, oldest first, and sets the time of
     * the next try, so that neither a failure nor a crash repeats it at once.
     */
    take: async (
      sql: Sql,
      ids: string[],
      now: Date
    ): Promise<WaitingItem[]> => {
      const taken: WaitingItem[] = await sql.execute(
        `update ${table}
            set attempts = attempts + 1,
                next_attempt_at = ?::timestamptz + interval '1 second' *
                  (array[${RETRY_SECONDS.join(", ")}])[least(
                    attempts + 1 + (kind in (
                      select value from jsonb_array_elements_text(?::jsonb)
                    ))::int, ${RETRY_SECONDS.length}
                  )],
                updated_at = ?::timestamptz
          where id in (select value from jsonb_array_elements_text(?::jsonb))
            and (next_attempt_at is null or next_attempt_at <= ?::timestamptz)
            and deleted_at is null
      returning id, kind, name, data, attempts - 1 as attempts`,
        [now, JSON.stringify(slow_kinds), now, JSON.stringify(ids), now]
      )
      return taken.sort((a, b) => (a.id < b.id ? -1 : 1))
    },

    /**
     * Returns items that were taken but not tried; they may be taken at once.
     */
    giveBack: async (sql: Sql, ids: string[]): Promise<void> => {
      await sql.execute(
        `update ${table}
            set attempts = attempts - 1, next_attempt_at = null
          where id in (select value from jsonb_array_elements_text(?::jsonb))`,
        [JSON.stringify(ids)]
      )
    },

    /** Deletes delivered items. */
    forget: async (sql: Sql, ids: string[]): Promise<void> => {
      await sql.execute(
        `delete from ${table}
          where id in (select value from jsonb_array_elements_text(?::jsonb))`,
        [JSON.stringify(ids)]
      )
    },
  }
}
