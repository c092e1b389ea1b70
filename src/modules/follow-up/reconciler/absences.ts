import { newId } from "../../../postgres/new-id"
import type { Sql } from "../../../postgres/sql"
import type { SyncedEntity } from "../../../shop/records"
import type { FollowUpSettings } from "../rules/settings"

/** A time of which the reconciler opens nothing: the plugin was away. */
export type LeftOut = { from: Date; to: Date }

/**
 * What was left out after an absence, and for how many records a task is
 * missing, as far as they are counted.
 */
export type Absence = LeftOut & {
  id: string
  entity: SyncedEntity
  records: number
}

const HOUR_MS = 3_600_000

/**
 * The time that is left out because the reconciler has not looked for longer
 * than the shop allows: everything before the hours that may be away.
 *
 * @param looked_up_to - how far the reconciler has looked
 * @returns null if it was not away for so long
 */
export function leftOutAfter(
  looked_up_to: Date,
  { absence_hours }: Pick<FollowUpSettings, "absence_hours">,
  now: Date
): LeftOut | null {
  const to = new Date(now.getTime() - absence_hours * HOUR_MS)
  return looked_up_to < to ? { from: looked_up_to, to } : null
}

/**
 * Stores what was left out, to be counted; the same absence is stored once.
 */
export async function keepAbsence(
  sql: Sql,
  { entity, from, to }: Omit<Absence, "id" | "records">,
  now: Date
): Promise<void> {
  await sql.execute(
    `insert into follow_up_absence
       (id, entity, left_out_from, left_out_to, records, counted_to,
        created_at, updated_at)
     values (?, ?, ?, ?, 0, ?, ?, ?)
         on conflict (entity, left_out_from) where deleted_at is null do nothing`,
    [newId("fuabs"), entity, from, to, from, now, now]
  )
}

/** What remains to be counted of an absence. */
export type Uncounted = LeftOut & Pick<Absence, "id" | "entity">

/** The first absence that is not counted to its end; null if there is none. */
export async function selectUncounted(sql: Sql): Promise<Uncounted | null> {
  const [row] = await sql.execute<
    (Pick<Absence, "id" | "entity"> & {
      counted_to: string
      left_out_to: string
    })[]
  >(
    `select id, entity, counted_to, left_out_to
       from follow_up_absence
      where counted_to is not null and dismissed_at is null
        and deleted_at is null
      order by left_out_from, entity
      limit 1`
  )
  return row
    ? {
        id: row.id,
        entity: row.entity,
        from: new Date(row.counted_to),
        to: new Date(row.left_out_to),
      }
    : null
}

/**
 * Adds what was counted, unless another instance has counted the same.
 *
 * @param counted_to - null: to the end
 */
export async function addCounted(
  sql: Sql,
  { id, from }: Uncounted,
  records: number,
  counted_to: Date | null,
  now: Date
): Promise<void> {
  await sql.execute(
    `update follow_up_absence
        set records = records + ?, counted_to = ?, updated_at = ?
      where id = ? and counted_to = ?`,
    [records, counted_to, now, id, from]
  )
}

/**
 * What was left out and not dismissed yet, the oldest first; nothing where no
 * task is missing.
 */
export async function selectAbsences(sql: Sql): Promise<Absence[]> {
  const rows = await sql.execute<
    (Omit<Absence, "from" | "to"> & {
      left_out_from: string
      left_out_to: string
    })[]
  >(
    `select id, entity, left_out_from, left_out_to, records
       from follow_up_absence
      where records > 0 and dismissed_at is null and deleted_at is null
      order by left_out_from, entity
      limit 100`
  )
  return rows.map(({ id, entity, records, left_out_from, left_out_to }) => ({
    id,
    entity,
    records,
    from: new Date(left_out_from),
    to: new Date(left_out_to),
  }))
}

/**
 * Dismisses what was left out up to now; later absences are shown again.
 *
 * @param since - only what was left out since then
 */
export async function dismissAbsences(
  sql: Sql,
  now: Date,
  since: Date = new Date(0)
): Promise<void> {
  await sql.execute(
    `update follow_up_absence
        set dismissed_at = ?, updated_at = ?
      where dismissed_at is null and left_out_from >= ?`,
    [now, now, since]
  )
}
