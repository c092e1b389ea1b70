import { CLOCKS_DIFFER } from "../../../postgres/clocks-differ"
import { LONGEST_PAUSE, PAUSE } from "../../../postgres/pause"
import type { Sql } from "../../../postgres/sql"

/** Records of the catalogue, by which candidates are written anew. */
export const CATALOGUE_ENTITIES = ["product", "variant", "category"] as const

/** The records by which what is dirty is named. */
export type DirtyEntity =
  | "item"
  | "level"
  | "reservation"
  | "order"
  | (typeof CATALOGUE_ENTITIES)[number]

export type DirtyRecord = { entity: DirtyEntity; id: string }

/** A record that was taken to be computed. */
export type TakenRecord = DirtyRecord & { key: string; version: number }

/** Marks records; one that is marked already is due at once. */
export async function markDirty(
  sql: Sql,
  records: readonly DirtyRecord[],
  now: Date
): Promise<void> {
  if (records.length === 0) {
    return
  }
  const rows = records.map(({ entity, id }) => ({
    key: `${entity} ${id}`,
    entity,
    record_id: id,
  }))
  await sql.execute(
    `insert into shortage_dirty
            (key, entity, record_id, version, due_at, created_at, updated_at)
     select distinct key, entity, record_id, 1, ?::timestamptz, ?::timestamptz,
            ?::timestamptz
       from jsonb_to_recordset(?::jsonb)
         as given (key text, entity text, record_id text)
      order by key
         on conflict (key) do update
        set version = shortage_dirty.version + 1, due_at = excluded.due_at,
            attempts = 0, updated_at = excluded.updated_at`,
    [now, now, now, JSON.stringify(rows)]
  )
}

/**
 * Takes records that are due, those due for longest first, so that no other
 * instance takes them at the same time. One whose time is further away than any
 * pause was set while the clock was ahead.
 */
export async function takeDirty(
  sql: Sql,
  limit: number,
  now: Date
): Promise<TakenRecord[]> {
  const rows = await sql.execute<
    { key: string; entity: DirtyEntity; record_id: string; version: number }[]
  >(
    `update shortage_dirty
        set attempts = attempts + 1, due_at = ?::timestamptz + ${PAUSE}
      where key in (
              select key from shortage_dirty
               where due_at <= ?::timestamptz
                  or due_at > ?::timestamptz + interval '${LONGEST_PAUSE}'
                              + interval '${CLOCKS_DIFFER}'
               order by due_at, key
               limit ?
                 for update skip locked
            )
  returning key, entity, record_id, version`,
    [now, now, now, limit]
  )
  return rows.map(({ record_id, ...row }) => ({ ...row, id: record_id }))
}

/** Forgets records that were computed; one marked since stays. */
export async function forgetDirty(
  sql: Sql,
  taken: readonly TakenRecord[]
): Promise<void> {
  await sql.execute(
    `delete from shortage_dirty as dirty
      using jsonb_to_recordset(?::jsonb) as done (key text, version integer)
      where dirty.key = done.key and dirty.version = done.version`,
    [JSON.stringify(taken)]
  )
}
