import type { Sql } from "../../../postgres/sql"
import type { Money } from "./short-items"

/** An order whose amounts are to be read, and which change of them is meant. */
export type OrderToPrice = { order_id: string; version: number }

/** What an order costs, with tax and discounts, in major units. */
export type PricedOrder = OrderToPrice & {
  /** Null if it no longer exists. */
  currency_code: string | null
  total: number | null
  line_totals: Record<string, number>
}

const LISTED = "select value from jsonb_array_elements_text(?::jsonb)"

/**
 * Has the amounts of these orders read again.
 *
 * @param before - only of those that were read before this moment
 */
export async function markToPrice(
  sql: Sql,
  order_ids: readonly string[],
  before: Date | null
): Promise<void> {
  await sql.execute(
    `update shortage_order set amounts_version = amounts_version + 1
      where order_id in (${LISTED})
        and (?::timestamptz is null or priced_at < ?::timestamptz)`,
    [JSON.stringify(order_ids), before, before]
  )
}

/**
 * Orders with lines that are short now, whose amounts are to be read, those that
 * were read longest ago first.
 */
export async function selectOrdersToPrice(
  sql: Sql,
  limit: number
): Promise<OrderToPrice[]> {
  return await sql.execute<OrderToPrice[]>(
    `select order_id, amounts_version as version from shortage_order
      where amounts_version <> priced_version
        and exists (
              select from shortage_line as line
               where line.order_id = shortage_order.order_id
                 and line.ended_at is null
            )
      order by priced_at nulls first limit ?`,
    [limit]
  )
}

/** Writes what was read; what has changed since then is read again. */
export async function writeAmounts(
  sql: Sql,
  orders: readonly PricedOrder[],
  now: Date
): Promise<void> {
  await sql.execute(
    `update shortage_order
        set currency_code = given.currency_code, total = given.total,
            line_totals = given.line_totals, priced_version = given.version,
            priced_at = ?
       from jsonb_to_recordset(?::jsonb) as given (
              order_id text, version int, currency_code text,
              total double precision, line_totals jsonb)
      where shortage_order.order_id = given.order_id`,
    [now, JSON.stringify(orders)]
  )
}

/** What these orders cost, as it was last read; those of which it is not known are omitted. */
export async function selectTotals(
  sql: Sql,
  order_ids: readonly string[]
): Promise<Map<string, Money>> {
  const rows = await sql.execute<(Money & { order_id: string })[]>(
    `select order_id, currency_code, total as amount from shortage_order
      where order_id in (${LISTED})
        and currency_code is not null and total is not null`,
    [JSON.stringify(order_ids)]
  )
  return new Map(rows.map(({ order_id, ...money }) => [order_id, money]))
}
