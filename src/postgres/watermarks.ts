import type { Sql } from "./sql"

/**
 * The watermarks of a module: how far something has been read, and what has
 * been done once for this shop.
 *
 * @param table - with the columns `name` (its primary key), `position`,
 * `created_at` and `updated_at`
 */
export function watermarksOf(table: string) {
  return {
    /**
     * Creates a watermark unless it exists, and returns its current position.
     */
    start: async (
      sql: Sql,
      name: string,
      position: Date,
      now: Date
    ): Promise<Date> => {
      await sql.execute(
        `insert into ${table} (name, position, created_at, updated_at)
         values (?, ?, ?, ?)
             on conflict (name) do nothing`,
        [name, position, now, now]
      )
      const [row] = await sql.execute<{ position: string }[]>(
        `select position from ${table} where name = ?`,
        [name]
      )
      return row ? new Date(row.position) : position
    },

    /** Advances a watermark; it never moves back. */
    advance: async (
      sql: Sql,
      name: string,
      position: Date,
      now: Date
    ): Promise<void> => {
      await sql.execute(
        `update ${table}
            set position = ?, updated_at = ?
          where name = ? and position < ?`,
        [position, now, name, position]
      )
    },

    /**
     * Records that something has been done.
     *
     * @returns whether this call was the first; concurrent calls wait for the
     * end of this transaction
     */
    markDone: async (sql: Sql, name: string, now: Date): Promise<boolean> => {
      const set = await sql.execute<{ name: string }[]>(
        `insert into ${table} (name, position, created_at, updated_at)
         values (?, ?, ?, ?)
             on conflict (name) do nothing
      returning name`,
        [name, now, now, now]
      )
      return set.length > 0
    },

    /** The watermarks whose names begin with this. */
    list: async (
      sql: Sql,
      prefix: string
    ): Promise<{ name: string; position: Date }[]> => {
      const rows = await sql.execute<{ name: string; position: string }[]>(
        `select name, position from ${table}
          where starts_with(name, ?) order by name`,
        [prefix]
      )
      return rows.map(({ name, position }) => ({
        name,
        position: new Date(position),
      }))
    },

    forget: async (sql: Sql, names: readonly string[]): Promise<void> => {
      await sql.execute(
        `delete from ${table}
          where name in (${names.map(() => "?").join(", ")})`,
        names
      )
    },
  }
}
