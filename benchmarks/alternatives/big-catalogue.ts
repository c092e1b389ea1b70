import type { Client } from "@medusajs/framework/pg"
import { describe } from "../../src/modules/shortage/alternatives/description"
import {
  DESCRIBED_BY,
  stored,
} from "../../src/modules/shortage/alternatives/stored-description"
import { tokensOf } from "../../src/modules/shortage/candidates/tokens"
import { variantsById } from "./inconsistencies"
import { loadLabelledSet } from "./labelled-set"
import { rowOf } from "./our-ranker"

/** So that the ids cannot meet those of the demo's shop. */
const COPY = "copy"

/**
 * Fills a store with a catalogue of so many variants, in its only sales channel
 * and at its only location: copies of the labelled set's, each with a word of its
 * own. A third has nothing free, and of a fifth some units are reserved. Written
 * by SQL, as through Medusa it would take hours.
 */
export async function fillCatalogue(
  database: Client,
  variants: number
): Promise<void> {
  const set = loadLabelledSet()
  const originals = [...variantsById(set.products)].map(([, offered], at) => {
    const variant = rowOf(offered)
    const description = describe(variant)
    const [price = 10] = Object.values(offered.variant.prices)
    return {
      at,
      variant,
      description: stored(description),
      tokens: tokensOf(description),
      // All in one currency, at about its worth.
      price: offered.variant.prices.uah ?? price * 45,
    }
  })
  await database.query(
    `create temporary table original as
     select * from jsonb_to_recordset($1::jsonb) as given (
       at integer, variant jsonb, description jsonb, tokens text[],
       price numeric)`,
    [JSON.stringify(originals)]
  )
  await database.query(
    `create temporary table made as
     select original.*, format('%s_%s_%s', $1::text, original.at, nth) as id,
            nth, case when nth % 3 = 0 then 0 else 1 + (nth * 7) % 20 end as stock,
            (select id from sales_channel limit 1) as channel,
            (select id from stock_location limit 1) as location
       from generate_series(0, $2::integer - 1) as number
       join original on original.at = number % $3::integer
      cross join lateral (select number / $3::integer as nth) as counted`,
    [COPY, variants, originals.length]
  )
  for (const statement of STATEMENTS) await database.query(statement)
  await database.query(CANDIDATES, [DESCRIBED_BY])
  await database.query("analyze")
}

const STATEMENTS = [
  `insert into product (id, title, handle, status, metadata)
   select id, variant ->> 'title', id, 'published', variant -> 'attributes'
     from made`,
  `insert into product_variant (id, title, sku, product_id)
   select id, 'Default variant', id, id from made`,
  `insert into product_sales_channel (id, product_id, sales_channel_id)
   select id, id, channel from made`,
  `insert into price_set (id) select id from made`,
  `insert into price (id, price_set_id, currency_code, amount, raw_amount)
   select id, id, 'uah', price,
          jsonb_build_object('value', price::text, 'precision', 20)
     from made`,
  `insert into product_variant_price_set (id, variant_id, price_set_id)
   select id, id, id from made`,
  `insert into inventory_item (id, sku) select id, id from made`,
  `insert into product_variant_inventory_item
          (id, variant_id, inventory_item_id, required_quantity)
   select id, id, id, 1 from made`,
  `insert into inventory_level
          (id, inventory_item_id, location_id, stocked_quantity,
           raw_stocked_quantity)
   select id, id, location, stock,
          jsonb_build_object('value', stock::text, 'precision', 20)
     from made`,
  `insert into reservation_item
          (id, inventory_item_id, location_id, quantity, raw_quantity)
   select id, id, location, 1, '{"value": "1", "precision": 20}'
     from made where nth % 5 = 1`,
]

const CANDIDATES = `
  insert into shortage_candidate
         (variant_id, product_id, variant, description, described_by, sold_as,
          tokens, is_published, sales_channel_ids, run)
  select id, id,
         variant || jsonb_build_object(
           'id', id, 'product_id', id,
           'title', (variant ->> 'title') || ' M' || nth),
         description, $1,
         jsonb_build_object(
           'variant_title', 'Default variant', 'sku', id, 'thumbnail', null,
           'product_type_id', null, 'managed', true,
           'inventory', jsonb_build_array(jsonb_build_object(
             'inventory_item_id', id, 'required_quantity', 1))),
         tokens || ('wm' || nth), true, array[channel], 0
    from made`
