import { newId } from "../../../postgres/new-id"
import type { Sql } from "../../../postgres/sql"

/** Units of an inventory item. */
export type HeldItem = { inventory_item_id: string; quantity: number }

/** Units that are kept for a customer until a moment. */
export type Hold = {
  id: string
  offer_id: string
  location_id: string
  items: HeldItem[]
}

const COLUMNS = "id, offer_id, location_id, items"

const LISTED = "select value from jsonb_array_elements_text(?::jsonb)"

/** For so long a hold's reservations are left to who has taken it. */
const TAKEN_FOR = "interval '30 seconds'"

/** Writes a hold, before its reservations are made. */
export async function insertHold(
  sql: Sql,
  hold: Omit<Hold, "id"> & { expires_at: Date },
  now: Date
): Promise<string> {
  const id = newId("shhold")
  await sql.execute(
    `insert into shortage_hold
            (id, offer_id, location_id, items, expires_at, created_at,
             updated_at)
     values (?, ?, ?, ?::jsonb, ?, ?, ?)`,
    [
      id,
      hold.offer_id,
      hold.location_id,
      JSON.stringify(hold.items),
      hold.expires_at,
      now,
      now,
    ]
  )
  return id
}

/**
 * Notes that a hold's reservations were made.
 *
 * @returns false if it was released in the meantime
 */
export async function markReserved(
  sql: Sql,
  id: string,
  now: Date
): Promise<boolean> {
  const rows = await sql.execute(
    `update shortage_hold set reserved_at = ?, updated_at = ?
      where id = ? and released_at is null returning id`,
    [now, now, id]
  )
  return rows.length > 0
}

/** Has the holds of an offer that are still held last at least until then. */
export async function prolongHolds(
  sql: Sql,
  offer_id: string,
  expires_at: Date
): Promise<number> {
  const rows = await sql.execute(
    `update shortage_hold set expires_at = greatest(expires_at, ?)
      where offer_id = ? and released_at is null
  returning id`,
    [expires_at, offer_id]
  )
  return rows.length
}

/** Ends the holds of these offers; their reservations are to be deleted. */
export async function endHolds(
  sql: Sql,
  offer_ids: readonly string[],
  now: Date
): Promise<void> {
  await sql.execute(
    `update shortage_hold set released_at = ?, updated_at = ?
      where offer_id in (${LISTED}) and released_at is null`,
    [now, now, JSON.stringify(offer_ids)]
  )
}

/**
 * Ends the holds whose time is over, or whose offer is: a crash may have come in
 * between.
 *
 * @returns these, and those that have ended and whose reservations may remain;
 * each is left for a while to who took it, as Medusa's counter would be lowered
 * twice by two that delete the same reservation at once
 */
export async function takeEndedHolds(
  sql: Sql,
  limit: number,
  now: Date
): Promise<Hold[]> {
  return await sql.execute<Hold[]>(
    `update shortage_hold
        set released_at = coalesce(released_at, ?::timestamptz),
            clear_after = ?::timestamptz + ${TAKEN_FOR}
      where id in (
              select id from shortage_hold
               where cleared_at is null
                 and (released_at is not null or expires_at <= ?::timestamptz
                      or exists (
                           select from shortage_offer as offer
                            where offer.id = shortage_hold.offer_id
                              and offer.status in
                                  ('answered', 'expired', 'withdrawn')))
                 and (clear_after is null or clear_after <= ?::timestamptz)
               order by expires_at limit ?
                 for update skip locked
            )
  returning ${COLUMNS}`,
    [now, now, now, now, limit]
  )
}

/**
 * Takes those of these holds that are not released, so that their reservations
 * can be restored: one that is released from now on is cleared later, when they
 * are there to be found.
 *
 * @returns their ids
 */
export async function takeHeld(
  sql: Sql,
  ids: readonly string[],
  now: Date
): Promise<string[]> {
  const rows = await sql.execute<{ id: string }[]>(
    `update shortage_hold set clear_after = ?::timestamptz + ${TAKEN_FOR}
      where id in (${LISTED}) and released_at is null
  returning id`,
    [now, JSON.stringify(ids)]
  )
  return rows.map(({ id }) => id)
}

/** Notes that nothing is reserved for these holds any more. */
export async function markCleared(
  sql: Sql,
  ids: readonly string[],
  now: Date
): Promise<void> {
  await sql.execute(
    `update shortage_hold set cleared_at = ?, updated_at = ?
      where id in (${LISTED}) and released_at is not null`,
    [now, now, JSON.stringify(ids)]
  )
}

/** Those of these holds that are not released. */
export async function selectHeld(
  sql: Sql,
  ids: readonly string[]
): Promise<Hold[]> {
  return await sql.execute<Hold[]>(
    `select ${COLUMNS} from shortage_hold
      where id in (${LISTED}) and released_at is null`,
    [JSON.stringify(ids)]
  )
}
