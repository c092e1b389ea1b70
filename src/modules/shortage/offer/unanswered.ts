import type { Sql } from "../../../postgres/sql"
import type { Offer, OfferEndReason } from "./offer"
import { selectOffers } from "./offers"

/** Orders with offers that are not answered yet, those that end first first. */
export async function selectOrdersWithOffers(
  sql: Sql,
  limit: number
): Promise<string[]> {
  const rows = await sql.execute<{ order_id: string }[]>(
    `select order_id from shortage_offer
      where status in ('preparing', 'open')
      group by order_id order by min(expires_at) limit ?`,
    [limit]
  )
  return rows.map(({ order_id }) => order_id)
}

/** An offer that can no longer be carried out. */
export type EndedOffer = { id: string; end_reason: OfferEndReason }

/** Withdraws these offers unless they were answered meanwhile. @returns their ids */
export async function endOffers(
  sql: Sql,
  ended: readonly EndedOffer[],
  now: Date
): Promise<string[]> {
  const rows = await sql.execute<{ id: string }[]>(
    `update shortage_offer as offer
        set status = 'withdrawn', end_reason = given.end_reason,
            updated_at = ?
       from jsonb_to_recordset(?::jsonb) as given (id text, end_reason text)
      where offer.id = given.id and offer.status in ('preparing', 'open')
  returning offer.id`,
    [now, JSON.stringify(ended)]
  )
  return rows.map(({ id }) => id)
}

/** Offers whose time is over, and that can no longer be answered. */
export async function selectOverdueOffers(
  sql: Sql,
  limit: number,
  now: Date
): Promise<Offer[]> {
  const rows = await sql.execute<{ id: string }[]>(
    `select id from shortage_offer
      where status in ('preparing', 'open') and expires_at <= ?
      order by expires_at limit ?`,
    [now, limit]
  )
  return await selectOffers(sql, { ids: rows.map(({ id }) => id) })
}

/** Ends these offers if their time is over. @returns their ids */
export async function expireOffers(
  sql: Sql,
  ids: readonly string[],
  now: Date
): Promise<string[]> {
  const rows = await sql.execute<{ id: string }[]>(
    `update shortage_offer set status = 'expired', updated_at = ?
      where id in (select value from jsonb_array_elements_text(?::jsonb))
        and status in ('preparing', 'open') and expires_at <= ?
  returning id`,
    [now, JSON.stringify(ids), now]
  )
  return rows.map(({ id }) => id)
}
