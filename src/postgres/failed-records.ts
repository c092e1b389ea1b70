import { CLOCKS_DIFFER } from "./clocks-differ"
import { LONGEST_PAUSE } from "./pause"
import type { Sql } from "./sql"

/**
 * The failed records of a module: records that could not be synced because of
 * an error, and are retried, each after as long as it has been failing, and
 * after `LONGEST_PAUSE` at the latest.
 *
 * @param table - with the columns `record_id` (its primary key), `entity`,
 * `created_at` (failing since) and `updated_at` (last tried)
 */
export function failedRecordsOf(table: string) {
  return {
    /**
     * Stores failed records; one that is known keeps the time since which it
     * fails.
     */
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

    /**
     * Records that may be retried, those tried longest ago first. One that was
     * last tried further in the future than clocks differ was tried while the
     * clock was ahead, and may be retried at once.
     */
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
            and (updated_at
                 + least(updated_at - created_at, interval '${LONGEST_PAUSE}') <= ?
                 or updated_at > ?::timestamptz + interval '${CLOCKS_DIFFER}')
          order by updated_at, record_id
          limit ?`,
        [entity, now, now, limit]
      )
      return rows.map(({ record_id }) => record_id)
    },

    /** How many there are, and for how many seconds the oldest has failed. */
    summarize: async (
      sql: Sql,
      now: Date
    ): Promise<{ count: number; oldest_seconds: number | null }> => {
      const [row] = await sql.execute<
        { count: number; oldest_seconds: number | null }[]
      >(
        `select count(*)::int as count,
                greatest(0, extract(epoch from ?::timestamptz - min(created_at)))::float8
                  as oldest_seconds
           from ${table}`,
        [now]
      )
      return row?.count ? row : { count: 0, oldest_seconds: null }
    },

    /** Deletes records that were synced. */
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
     * Deletes records that have been failing since before a moment.
     *
     * @returns the deleted records
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
