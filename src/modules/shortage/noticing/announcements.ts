import { newId } from "../../../postgres/new-id"
import type { Sql } from "../../../postgres/sql"
import type { ShortPlace } from "./short-line"

/** When a supplier delivers an inventory item. */
export type Announced = {
  inventory_item_id: string
  /** Null: at every location that has none of its own. */
  location_id: string | null
  /** Null: what was announced before no longer counts. */
  expected_at: Date | null
  note: string | null
  actor_id: string | null
}

export type Announcement = Announced & { id: string; created_at: Date }

export async function insertAnnouncement(
  sql: Sql,
  announced: Announced,
  now: Date
): Promise<Announcement> {
  const id = newId("shann")
  await sql.execute(
    `insert into shortage_announcement
            (id, inventory_item_id, location_id, expected_at, note, actor_id,
             created_at, updated_at)
     values (?, ?, ?, ?, ?, ?, ?, ?)`,
    [
      id,
      announced.inventory_item_id,
      announced.location_id,
      announced.expected_at,
      announced.note,
      announced.actor_id,
      now,
      now,
    ]
  )
  return { ...announced, id, created_at: now }
}

/** What counts now for these items: the latest for each of their locations. */
export async function selectAnnouncements(
  sql: Sql,
  inventory_item_ids: readonly string[]
): Promise<Announcement[]> {
  const rows = await sql.execute<
    (Omit<Announcement, "expected_at" | "created_at"> & {
      expected_at: string | null
      created_at: string
    })[]
  >(
    `select distinct on (inventory_item_id, location_id)
            id, inventory_item_id, location_id, expected_at, note, actor_id,
            created_at
       from shortage_announcement
      where inventory_item_id in (
              select value from jsonb_array_elements_text(?::jsonb)
            )
      order by inventory_item_id, location_id, created_at desc, id desc`,
    [JSON.stringify(inventory_item_ids)]
  )
  return rows
    .map((row) => ({
      ...row,
      expected_at: row.expected_at ? new Date(row.expected_at) : null,
      created_at: new Date(row.created_at),
    }))
    .filter(({ expected_at }) => expected_at !== null)
}

/**
 * When everything that these places lack is expected: the latest of the dates,
 * or null if one of them has none.
 */
export function expectedAt(
  places: readonly Pick<ShortPlace, "inventory_item_id" | "location_id">[],
  announcements: readonly Announcement[]
): Date | null {
  const dates = places.map(({ inventory_item_id, location_id }) => {
    const ofItem = announcements.filter(
      (one) => one.inventory_item_id === inventory_item_id
    )
    const found =
      ofItem.find((one) => one.location_id === location_id) ??
      ofItem.find((one) => one.location_id === null)
    return found?.expected_at ?? null
  })
  const known = dates.filter((date) => date !== null)
  return known.length > 0 && known.length === dates.length
    ? new Date(Math.max(...known.map((date) => date.getTime())))
    : null
}
