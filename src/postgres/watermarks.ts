import type { Sql } from "./sql"

/**
 * The watermarks of a module: how far something has been read, and what has
 * been done once for this shop.
 *
 * @param table - with the columns `name` (its primary key), `position`,
 * `created_at` and `updated_at` (by the database's clock)
 */
export function watermarksOf(table: string) {
  return {
    /**
     * Creates a watermark unless it exists, and returns its current position,
     * which is never ahead of `now`: a clock that was ahead for a while leaves
     * it in the future, and what happens until then would never be read. Such a
     * watermark is set back to when it was written by the database's clock, and
     * to `now` if that was ahead too.
     */
    start: async (
      sql: Sql,
      name: string,
      position: Date,
      now: Date
    ): Promise<Date> => {
      await sql.execute(
        `insert into ${table} (name, position, created_at, updated_at)
         values (?, ?, ?, clock_timestamp())
             on conflict (name) do nothing`,
        [name, position, now]
      )
      const [row] = await sql.execute<{ position: string }[]>(
        `select position from ${table} where name = ?`,
        [name]
      )
      const stored = row ? new Date(row.position) : position
      if (stored <= now) {
        return stored
      }
      const [back] = await sql.execute<{ position: string }[]>(
        `update ${table}
            set position = least(updated_at, ?::timestamptz)
          where name = ? and position > ?
      returning position`,
        [now, name, now]
      )
      return back ? new Date(back.position) : now
    },

    /** Advances a watermark, at most to `now`; it never moves back. */
    advance: async (
      sql: Sql,
      name: string,
      position: Date,
      now: Date
    ): Promise<void> => {
      const to = position < now ? position : now
      await sql.execute(
        `update ${table}
            set position = ?, updated_at = clock_timestamp()
          where name = ? and position < ?`,
        [to, name, to]
      )
    },

    /**
     * Marks that something has just run, by the database's clock: those of the
     * instances may differ.
     */
    mark: async (sql: Sql, name: string): Promise<void> => {
      await sql.execute(
        `insert into ${table} (name, position, created_at, updated_at)
         select ?, moment, moment, moment from clock_timestamp() as moment
             on conflict (name) do update
            set position = excluded.position, updated_at = excluded.updated_at`,
        [name]
      )
    },

    /**
     * How many seconds ago marks were set, by name. A mark in the future, from
     * when the database's clock was ahead, tells nothing and is left out.
     */
    ages: async (sql: Sql, names: string[]): Promise<Map<string, number>> => {
      const rows = await sql.execute<{ name: string; seconds: number }[]>(
        `select name, seconds
           from ${table},
                cast(extract(epoch from clock_timestamp() - position) as float8)
                  as seconds
          where name in (select value from jsonb_array_elements_text(?::jsonb))
            and seconds >= 0`,
        [JSON.stringify(names)]
      )
      return new Map(rows.map(({ name, seconds }) => [name, seconds]))
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

    /** Deletes watermarks, so that what they mark counts as not done. */
    forget: async (sql: Sql, names: readonly string[]): Promise<void> => {
      await sql.execute(
        `delete from ${table}
          where name in (select value from jsonb_array_elements_text(?::jsonb))`,
        [JSON.stringify(names)]
      )
    },
  }
}
