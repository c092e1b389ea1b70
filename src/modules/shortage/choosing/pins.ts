import { newId } from "../../../postgres/new-id"
import type { Sql } from "../../../postgres/sql"

/** A variant, and what the shop offers in place of it, the first first. */
export type Pins = {
  variant_id: string
  replacement_variant_ids: readonly string[]
}

/** Stores what is pinned to each of these variants, in place of what was. */
export async function replacePins(
  sql: Sql,
  pins: readonly Pins[],
  actor_id: string | null,
  now: Date
): Promise<void> {
  const rows = pins.flatMap(({ variant_id, replacement_variant_ids }) =>
    replacement_variant_ids.map((replacement_variant_id, position) => ({
      id: newId("shpin"),
      variant_id,
      replacement_variant_id,
      position,
    }))
  )
  const variant_ids = pins.map(({ variant_id }) => variant_id).sort()
  // Two people who pin to one variant wait for each other.
  await sql.execute(
    `select pg_advisory_xact_lock(hashtextextended('shortage_pin ' || value, 0))
       from (
              select value from jsonb_array_elements_text(?::jsonb)
               order by value
            ) as pinned`,
    [JSON.stringify(variant_ids)]
  )
  await sql.execute(
    `delete from shortage_pin
      where variant_id in (select value from jsonb_array_elements_text(?::jsonb))`,
    [JSON.stringify(variant_ids)]
  )
  await sql.execute(
    `insert into shortage_pin
            (id, variant_id, replacement_variant_id, position, actor_id,
             created_at, updated_at)
     select id, variant_id, replacement_variant_id, position, ?,
            ?::timestamptz, ?::timestamptz
       from jsonb_to_recordset(?::jsonb) as given (
              id text, variant_id text, replacement_variant_id text,
              position integer)`,
    [actor_id, now, now, JSON.stringify(rows)]
  )
}

/** All that is pinned. */
export async function selectAllPins(sql: Sql): Promise<Pins[]> {
  return await sql.execute(
    `select variant_id,
            array_agg(replacement_variant_id order by position, id)
              as replacement_variant_ids
       from shortage_pin group by variant_id order by variant_id`
  )
}

/** What is pinned to these variants. */
export async function selectPins(
  sql: Sql,
  variant_ids: readonly string[]
): Promise<Map<string, string[]>> {
  const rows = await sql.execute<{ variant_id: string; pinned: string[] }[]>(
    `select variant_id,
            array_agg(replacement_variant_id order by position, id) as pinned
       from shortage_pin
      where variant_id in (select value from jsonb_array_elements_text(?::jsonb))
      group by variant_id`,
    [JSON.stringify(variant_ids)]
  )
  return new Map(rows.map(({ variant_id, pinned }) => [variant_id, pinned]))
}
