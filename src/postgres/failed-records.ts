import type { Sql } from "./sql"

/** Tried again after as long as it has been failing, and no later than this. */
const LONGEST_PAUSE = "10 minutes"

/**
 * The failed records of a module: what an error kept from being synced, and is
 * to be tried again.
 *
 * @param table - with the columns `record_id` (its primary key), `entity`,
 * `created_at` (since when it fails) and `updated_at` (when it was tried last)
 */
export function failedRecordsOf(table: string) {
  return {
    /** Remembers them; those that are known keep the time since when they fail. */
    keep: async (
      sql: Sql,
      entity: string,
      record_ids: string[],
      now: Date
    ): Promise<void> => {
      if (record_ids.length === 0) {
        return
      }
      await sql.execute(
        `insert into ${table} (record_id, entity, created_at, updated_at)
         values ${record_ids.map(() => "(?, ?, ?, ?)").join(", ")}
             on conflict (record_id)
             do update set updated_at = excluded.updated_at`,
        record_ids.flatMap((id) => [id, entity, now, now])
      )
    },

    /** Those that may be tried again, the ones that were tried longest ago first. */
    list: async (
      sql: Sql,
      entity: string,
      limit: number,
      now: Date
    ): Promise<string[]> => {
      const rows = await sql.execute<{ record_id: string }[]>(
        `select record_id
           from ${table}
          where entity = ?
            and updated_at
                + least(updated_at - created_at, interval '${LONGEST_PAUSE}') <= ?
          order by updated_at, record_id
          limit ?`,
        [entity, now, limit]
      )
      return rows.map(({ record_id }) => record_id)
    },

    /** Forgets those that were synced. */
    forget: async (sql: Sql, record_ids: string[]): Promise<void> => {
      if (record_ids.length > 0) {
        await sql.execute(
          `delete from ${table}
            where record_id in (${record_ids.map(() => "?").join(", ")})`,
          record_ids
        )
      }
    },

    /**
     * Forgets those that have failed since before a moment.
     *
     * @returns which they were
     */
    giveUp: async (
      sql: Sql,
      entity: string,
      since: Date
    ): Promise<string[]> => {
      const rows = await sql.execute<{ record_id: string }[]>(
        `delete from ${table}
          where entity = ? and created_at < ?
      returning record_id`,
        [entity, since]
      )
      return rows.map(({ record_id }) => record_id)
    },
  }
}
