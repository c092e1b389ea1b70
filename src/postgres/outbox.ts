import { CLOCKS_DIFFER } from "./clocks-differ"
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

/**
 * A kind of which new items wait for others: all leave together once the oldest
 * of them has waited for so long.
 */
export type Gathered = { kind: string; seconds: number }

/** Items that one call lists; the next one continues from there. */
const MAX_LISTED = 1_000

/** The same for gathered items, which are few messages in the end. */
const MAX_GATHERED = 10_000

/** Seconds until the next try, by the number of earlier tries. */
const RETRY_SECONDS = [10, 60, 600, 3600]

/** Items that nobody delivered for this long were left by a crash or a failure. */
export const UNDELIVERED_AFTER_MS = 10_000

const NOTHING_GATHERED: Gathered = { kind: "", seconds: 0 }

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
  /** The seconds of one try after the given number of tries. */
  const secondsAfter = (tries: string) =>
    `(array[${RETRY_SECONDS.join(", ")}])[least(
       ${tries} + (kind in (
         select value from jsonb_array_elements_text(?::jsonb)
       ))::int, ${RETRY_SECONDS.length}
     )]`
  /**
   * Whether an item may be tried: its time has come, or is further away than it
   * was when it was set, so that the clock was ahead then.
   */
  const may_be_tried = `(next_attempt_at is null
    or next_attempt_at <= ?::timestamptz
    or next_attempt_at > ?::timestamptz + interval '${CLOCKS_DIFFER}'
       + interval '1 second' * ${secondsAfter("attempts")})`
  const slow = JSON.stringify(slow_kinds)

  /**
   * Whether gathered items may leave: the oldest has waited for so long, or was
   * written while the clock was ahead. Its parameters are from `ripeness`.
   */
  const isRipe = `(kind <> ? or attempts > 0 or (
              select min(created_at) from ${table}
               where kind = ? and attempts = 0 and deleted_at is null
            ) not between ?::timestamptz - interval '1 second' * ?
                          + interval '1 millisecond'
                      and ?::timestamptz + interval '${CLOCKS_DIFFER}')`
  const ripeness = ({ kind, seconds }: Gathered, now: Date) => [
    kind,
    kind,
    now,
    seconds,
    now,
  ]
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
      now: Date,
      gathered: Gathered = NOTHING_GATHERED
    ): Promise<WaitingItem[]> => {
      const taken: WaitingItem[] = await sql.execute(
        `update ${table}
            set attempts = attempts + 1,
                next_attempt_at = ?::timestamptz + interval '1 second' *
                  ${secondsAfter("attempts + 1")},
                updated_at = ?::timestamptz
          where id in (select value from jsonb_array_elements_text(?::jsonb))
            and ${may_be_tried}
            and deleted_at is null
            and ${isRipe}
      returning id, kind, name, data, attempts - 1 as attempts`,
        [
          now,
          slow,
          now,
          JSON.stringify(ids),
          now,
          now,
          slow,
          ...ripeness(gathered, now),
        ]
      )
      return taken.sort((a, b) => (a.id < b.id ? -1 : 1))
    },

    /**
     * The items that may be tried now: gathered ones, and what a crash or a
     * failure left behind.
     *
     * @param before - younger items are left to whoever added them
     */
    listWaiting: async (
      sql: Sql,
      before: Date,
      now: Date,
      gathered: Gathered
    ): Promise<string[]> => {
      const list = async (kind: string, limit: number) =>
        await sql.execute<{ id: string }[]>(
          `select id from ${table}
            where kind ${kind}
              and (created_at < ?::timestamptz
                   or created_at > ?::timestamptz + interval '${CLOCKS_DIFFER}')
              and ${may_be_tried}
              and deleted_at is null
              and ${isRipe}
            order by created_at
            limit ${limit}`,
          [
            gathered.kind,
            before,
            now,
            now,
            now,
            slow,
            ...ripeness(gathered, now),
          ]
        )
      const rows = [
        ...(await list("<> ?", MAX_LISTED)),
        ...(await list("= ?", MAX_GATHERED)),
      ]
      return rows.map(({ id }) => id)
    },

    /**
     * How many items wait, how many of them failed when they were last tried,
     * and how many seconds ago the oldest was written.
     */
    summarize: async (
      sql: Sql,
      now: Date
    ): Promise<{
      waiting: number
      failing: number
      oldest_seconds: number | null
    }> => {
      const [row] = await sql.execute<
        { waiting: number; failing: number; oldest_seconds: number | null }[]
      >(
        `select count(*)::int as waiting,
                count(*) filter (
                  where attempts > 1
                     or updated_at < ?::timestamptz and attempts > 0
                )::int as failing,
                greatest(0, extract(epoch from ?::timestamptz - min(created_at)))::float8
                  as oldest_seconds
           from ${table}
          where deleted_at is null`,
        [new Date(now.getTime() - UNDELIVERED_AFTER_MS), now]
      )
      return row?.waiting
        ? row
        : { waiting: 0, failing: 0, oldest_seconds: null }
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
