import { newId } from "./new-id"
import type { Sql } from "./sql"

/** A client that retries does so within minutes. */
const KEPT_FOR_MS = 48 * 3_600_000

/**
 * The idempotency keys of a module, each with the command that it was used for.
 *
 * @param table - with the columns `id`, `key`, `fingerprint`, `created_at`,
 * `updated_at` and the subject's, and a unique index on the subject and `key`
 * @param subject - the column that identifies the subject of the commands; a
 * key may be used once per subject
 */
export function idempotencyKeysOf(
  table: string,
  id_prefix: string,
  subject: string
) {
  return {
    /** The fingerprint of the command that a key was used for, or null. */
    find: async (
      sql: Sql,
      subject_id: string,
      key: string
    ): Promise<string | null> => {
      const [row] = await sql.execute<{ fingerprint: string }[]>(
        `select fingerprint
           from ${table}
          where ${subject} = ? and key = ?`,
        [subject_id, key]
      )
      return row?.fingerprint ?? null
    },

    insert: async (
      sql: Sql,
      subject_id: string,
      key: string,
      fingerprint: string,
      now: Date
    ): Promise<void> => {
      await sql.execute(
        `insert into ${table}
                (id, ${subject}, key, fingerprint, created_at, updated_at)
         values (?, ?, ?, ?, ?, ?)`,
        [newId(id_prefix), subject_id, key, fingerprint, now, now]
      )
    },

    /** Deletes keys that nobody sends any more. */
    forgetOld: async (sql: Sql, now: Date): Promise<void> => {
      await sql.execute(`delete from ${table} where created_at < ?`, [
        new Date(now.getTime() - KEPT_FOR_MS),
      ])
    },
  }
}
