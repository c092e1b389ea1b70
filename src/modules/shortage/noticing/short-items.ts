import type { Sql } from "../../../postgres/sql"
import type { ShortPlace } from "./short-line"

/** In major units. */
export type Money = { currency_code: string; amount: number }

/** How much of something is short, and what that holds up. */
export type HeldUp = {
  orders: number
  lines: number
  units: number
  /** What the missing units cost, with tax and discounts, by currency. */
  missing: Money[]
  /** The totals of the orders that wait for them, by currency. */
  waiting: Money[]
}

/** A variant, or what else was ordered, of which units are short now. */
export type ShortItem = HeldUp & {
  variant_id: string | null
  /** As ordered last. */
  title: string
  variant_title: string | null
  sku: string | null
  /** Since when units of it have been short. */
  since: Date
  /** Where units of its inventory items are lacking. */
  places: Pick<ShortPlace, "inventory_item_id" | "location_id">[]
}

/** All that is short now. */
export type ShortInAll = HeldUp & {
  items: number
  /** Orders of which no amounts are known yet; the sums are without them. */
  unpriced: number
}

/**
 * The lines that are short now, with what is known of their orders' amounts. What
 * was ordered without a variant is known by its titles only.
 */
const SHORT = `
  short as materialized (
    select line.id, line.order_id, line.units, line.since, line.places,
           coalesce(line.variant_id,
                    jsonb_build_array(line.title, line.variant_title)::text)
             as ware,
           priced.currency_code, priced.total,
           case when priced.currency_code is not null
                then (priced.line_totals ->> line.line_item_id)::double precision
                       * line.units / nullif(line.ordered, 0)
           end as cost,
           coalesce(priced.priced_version, 0) > 0 as is_priced
      from shortage_line as line
      left join shortage_order as priced using (order_id)
     where line.ended_at is null
  )`

/** To the thousandth, which is more than any currency has. */
const summed = (amount: string) => `
  jsonb_build_object('currency_code', currency_code,
                     'amount', round(sum(${amount})::numeric, 3))`

/** A page of what is short now, what most orders wait for first. */
export async function selectShortItems(
  sql: Sql,
  { limit, offset }: { limit: number; offset: number }
): Promise<ShortItem[]> {
  const rows = await sql.execute<(ShortItem & { since: Date | string })[]>(
    `with ${SHORT}, page as (
       select ware, count(distinct order_id)::int as orders,
              count(*)::int as lines, sum(units)::int as units,
              min(since) as since,
              (array_agg(id order by since desc, id desc))[1] as latest
         from short group by ware
        order by orders desc, since, ware
        limit ? offset ?
     ), of_page as (
       select short.* from short join page using (ware)
     ), missing as (
       select ware, ${summed("cost")} as money
         from of_page where cost is not null group by ware, currency_code
     ), waiting as (
       select ware, ${summed("total")} as money
         from (select distinct ware, order_id, currency_code, total
                 from of_page where total is not null) as ofOrder
        group by ware, currency_code
     ), places as (
       select distinct ware, jsonb_build_object(
                'inventory_item_id', place.inventory_item_id,
                'location_id', place.location_id) as place
         from of_page, jsonb_to_recordset(places)
           as place (inventory_item_id text, location_id text)
     )
     select line.variant_id, line.title, line.variant_title, line.sku,
            page.orders, page.lines, page.units, page.since,
            array(select money from missing where missing.ware = page.ware
                   order by (money ->> 'amount')::numeric desc) as missing,
            array(select money from waiting where waiting.ware = page.ware
                   order by (money ->> 'amount')::numeric desc) as waiting,
            array(select place from places where places.ware = page.ware
                   order by place) as places
       from page join shortage_line as line on line.id = page.latest
      order by page.orders desc, page.since, page.ware`,
    [limit, offset]
  )
  return rows.map(({ since, ...row }) => ({ ...row, since: new Date(since) }))
}

/** All that is short now; each order counts once. */
export async function selectShortInAll(sql: Sql): Promise<ShortInAll> {
  const [row] = await sql.execute<ShortInAll[]>(
    `with ${SHORT}, missing as (
       select ${summed("cost")} as money
         from short where cost is not null group by currency_code
     ), waiting as (
       select ${summed("total")} as money
         from (select distinct order_id, currency_code, total
                 from short where total is not null) as ofOrder
        group by currency_code
     )
     select count(distinct ware)::int as items,
            count(distinct order_id)::int as orders, count(*)::int as lines,
            coalesce(sum(units), 0)::int as units,
            (count(distinct order_id) filter (where not is_priced))::int
              as unpriced,
            array(select money from missing
                   order by (money ->> 'amount')::numeric desc) as missing,
            array(select money from waiting
                   order by (money ->> 'amount')::numeric desc) as waiting
       from short`
  )
  return row ?? { ...NOTHING }
}

const NOTHING: ShortInAll = {
  items: 0,
  orders: 0,
  lines: 0,
  units: 0,
  unpriced: 0,
  missing: [],
  waiting: [],
}
