import type { Sql } from "../../../postgres/sql"
import type {
  CatalogueEntry,
  CatalogueVariant,
  SoldAs,
} from "../../../shop/catalogue"
import { type Description, describe } from "../alternatives/description"
import {
  DESCRIBED_BY,
  revived,
  stored,
  type StoredDescription,
} from "../alternatives/stored-description"
import { type Asked, tokensOf } from "./tokens"

/** What was read of some products at the time of a run, see `beginRun`. */
export type ReadProducts = {
  run: number
  entries: readonly CatalogueEntry[]
  /** The products that were read: what is not in `entries` is no longer sold. */
  product_ids: readonly string[]
}

/**
 * Writes what was read of products, and forgets their other variants. What a
 * later run has written stays.
 *
 * @returns how many rows changed
 */
export async function writeCandidates(
  sql: Sql,
  { run, entries, product_ids }: ReadProducts,
  now: Date
): Promise<number> {
  const rows = entries.map(({ variant, ...entry }) => {
    const description = describe(variant)
    return {
      ...entry,
      variant_id: variant.id,
      product_id: variant.product_id,
      variant,
      description: stored(description),
      tokens: tokensOf(description),
    }
  })
  const changed = await sql.execute(
    `insert into shortage_candidate as row
            (variant_id, product_id, variant, description, described_by, sold_as,
             tokens, is_published, sales_channel_ids, run, created_at,
             updated_at)
     select variant_id, product_id, variant, description, ?, sold_as, tokens,
            is_published, sales_channel_ids, ?, ?::timestamptz, ?::timestamptz
       from jsonb_to_recordset(?::jsonb) as given (
              variant_id text, product_id text, variant jsonb,
              description jsonb, sold_as jsonb, tokens text[],
              is_published boolean, sales_channel_ids text[])
      order by variant_id
         on conflict (variant_id) do update
        set product_id = excluded.product_id, variant = excluded.variant,
            description = excluded.description,
            described_by = excluded.described_by,
            sold_as = excluded.sold_as, tokens = excluded.tokens,
            is_published = excluded.is_published,
            sales_channel_ids = excluded.sales_channel_ids,
            run = excluded.run, updated_at = excluded.updated_at
      where row.run < excluded.run
        and (row.product_id, row.variant, row.described_by, row.sold_as,
             row.is_published, row.sales_channel_ids)
            is distinct from
            (excluded.product_id, excluded.variant, excluded.described_by,
             excluded.sold_as, excluded.is_published,
             excluded.sales_channel_ids)
  returning variant_id`,
    [DESCRIBED_BY, run, now, now, JSON.stringify(rows)]
  )
  const gone = await sql.execute(
    `delete from shortage_candidate
      where product_id in (select value from jsonb_array_elements_text(?::jsonb))
        and variant_id not in (
              select value from jsonb_array_elements_text(?::jsonb)
            )
        and run < ?
  returning variant_id`,
    [
      JSON.stringify(product_ids),
      JSON.stringify(rows.map(({ variant_id }) => variant_id)),
      run,
    ]
  )
  return changed.length + gone.length
}

/** The products of rows between two products, of which both are excluded. */
export async function selectProductsBetween(
  sql: Sql,
  after: string,
  before: string | null
): Promise<string[]> {
  const rows = await sql.execute<{ product_id: string }[]>(
    `select distinct product_id from shortage_candidate
      where product_id > ? and (?::text is null or product_id < ?)`,
    [after, before, before]
  )
  return rows.map(({ product_id }) => product_id)
}

/** Which products these variants belong to, as far as they are known. */
export async function selectProductsOf(
  sql: Sql,
  variant_ids: readonly string[]
): Promise<string[]> {
  const rows = await sql.execute<{ product_id: string }[]>(
    `select distinct product_id from shortage_candidate
      where variant_id in (select value from jsonb_array_elements_text(?::jsonb))`,
    [JSON.stringify(variant_ids)]
  )
  return rows.map(({ product_id }) => product_id)
}

/** A variant that might be offered, as the table has it. */
export type Found = {
  variant: CatalogueVariant
  sold_as: SoldAs
  description: Description
}

type Row = Pick<Found, "variant" | "sold_as"> & {
  described: StoredDescription | null
}

/** One that another release has described is described anew. */
const DESCRIBED = `case when described_by = ${DESCRIBED_BY} then description end as described`

const found = ({ variant, sold_as, described }: Row): Found => ({
  variant,
  sold_as,
  description: described ? revived(described, variant) : describe(variant),
})

/** These variants, by id; published or not. */
export async function selectCandidates(
  sql: Sql,
  variant_ids: readonly string[]
): Promise<Map<string, Found>> {
  const rows = await sql.execute<Row[]>(
    `select variant, sold_as, ${DESCRIBED} from shortage_candidate
      where variant_id in (select value from jsonb_array_elements_text(?::jsonb))`,
    [JSON.stringify(variant_ids)]
  )
  return new Map(rows.map((row) => [row.variant.id, found(row)]))
}

export type Search = {
  asked: readonly Asked[]
  /** Null: in any channel. */
  sales_channel_id: string | null
  /** Not this one. */
  variant_id: string
  limit: number
}

/**
 * The published variants that have most in common with what is asked for, the
 * first first. Each token is looked up by itself, so that an index serves it.
 */
export async function findCandidates(
  sql: Sql,
  { asked, sales_channel_id, variant_id, limit }: Search
): Promise<Found[]> {
  const rows = await sql.execute<Row[]>(
    `select variant, sold_as, ${DESCRIBED}
       from (
              select found.variant_id, sum(asked.weight) as weight
                from jsonb_to_recordset(?::jsonb)
                       as asked (token text, weight float8)
               cross join lateral (
                       select variant_id from shortage_candidate
                        where tokens @> array[asked.token] and is_published
                          and (?::text is null or sales_channel_ids @> array[?])
                     ) as found
               where found.variant_id <> ?
               group by found.variant_id
               order by weight desc, found.variant_id
               limit ?
            ) as best
       join shortage_candidate as row using (variant_id)
      order by best.weight desc, best.variant_id`,
    [
      JSON.stringify(asked),
      sales_channel_id,
      sales_channel_id,
      variant_id,
      limit,
    ]
  )
  return rows.map(found)
}
