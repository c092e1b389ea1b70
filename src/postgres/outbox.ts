import { newId } from "./new-id"
import type { Sql } from "./sql"

/** What leaves after the commit; its id is its idempotency key. */
export type OutboxItem = { kind: string; name: string; data: object }

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
 * The outbox of a module: what was committed with a change, and has not been
 * handed over yet.
 *
 * @param table - with the columns `id`, `kind`, `name`, `data` (jsonb),
 * `attempts` (0 to begin with), `next_attempt_at`, and Medusa's three moments
 * @param slow_kinds - kinds that wait one degree longer after each try, as
 * handing them over may take longer than the first degree
 */
export function outboxOf(
  table: string,
  id_prefix: string,
  slow_kinds: readonly string[] = []
) {
  return {
    /**
     * Leaves items to be handed over after the commit.
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
     * Takes what may be tried now, oldest first, and sets when it may be tried
     * again: so that neither a failure nor a crash repeats it at once.
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

    /** Gives back what was taken and not tried: it may be taken at once. */
    giveBack: async (sql: Sql, ids: string[]): Promise<void> => {
      await sql.execute(
        `update ${table}
            set attempts = attempts - 1, next_attempt_at = null
          where id in (select value from jsonb_array_elements_text(?::jsonb))`,
        [JSON.stringify(ids)]
      )
    },

    /** Forgets what was handed over. */
    forget: async (sql: Sql, ids: string[]): Promise<void> => {
      await sql.execute(
        `delete from ${table}
          where id in (select value from jsonb_array_elements_text(?::jsonb))`,
        [JSON.stringify(ids)]
      )
    },
  }
}
