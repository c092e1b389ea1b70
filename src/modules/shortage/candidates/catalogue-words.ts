import type { Sql } from "../../../postgres/sql"
import { asKept } from "../alternatives/attribute-value"
import { plain } from "../alternatives/letters"
import type { MarkedAttribute } from "../alternatives/product"
import type { Statistics } from "../alternatives/statistics"

/** What the catalogue as a whole says of its words, and how often it has each. */
export interface CatalogueWords extends Statistics {
  readonly variants: number
  /** In how many variants a token is. */
  countOf(token: string): number
}

/**
 * Counts the words of the whole catalogue. A token that only one variant has is
 * not fetched: most are, and one is what is taken of those that are unknown.
 */
export async function countWords(
  sql: Sql,
  marked: readonly MarkedAttribute[]
): Promise<CatalogueWords> {
  const [sizes] = await sql.execute<{ variants: number; products: number }[]>(
    `select count(*)::int as variants,
            count(distinct product_id)::int as products
       from shortage_candidate`
  )
  const counted = await sql.execute<
    { token: string; variants: number; products: number }[]
  >(
    `select token, count(*)::int as variants,
            count(distinct product_id)::int as products
       from shortage_candidate, unnest(tokens) as token
      group by token
     having count(*) > 1 or left(token, 1) in ('k', 'b')`
  )
  const counts = new Map(counted.map((row) => [row.token, row]))
  const stemsOf = (mark: "k" | "b") =>
    new Set(
      counted.flatMap(({ token }) =>
        token.startsWith(mark) ? [token.slice(1)] : []
      )
    )
  const kinds = stemsOf("k")
  const brands = stemsOf("b")
  const products = Math.max(1, sizes?.products ?? 0)
  const rarity = (token: string) =>
    Math.log(1 + products / (counts.get(token)?.products ?? 1)) /
    Math.log(1 + products)
  const values = await valuesByAttribute(sql, marked)
  return {
    variants: sizes?.variants ?? 0,
    countOf: (token) => counts.get(token)?.variants ?? 1,
    rarity: (stem) => rarity(`w${stem}`),
    traitRarity: (trait) => rarity(`t${trait}`),
    isKind: (stem) => kinds.has(stem),
    isBrand: (stem) => brands.has(stem),
    valuesOf: ({ name }) => values.get(name) ?? [],
  }
}

async function valuesByAttribute(
  sql: Sql,
  marked: readonly MarkedAttribute[]
): Promise<Map<string, string[]>> {
  if (marked.length === 0) {
    return new Map()
  }
  const keys = marked.flatMap((attribute) => attribute.keys)
  const found = await sql.execute<{ key: string; value: string }[]>(
    `select distinct key, value
       from shortage_candidate,
            jsonb_each_text((variant -> 'attributes') || (variant -> 'options'))
      where lower(key) in (
              select lower(value) from jsonb_array_elements_text(?::jsonb)
            )
      order by value, key`,
    [JSON.stringify(keys)]
  )
  return new Map(
    marked.map((attribute) => {
      const own = new Set(attribute.keys.map(plain))
      return [
        attribute.name,
        [
          ...new Set(
            found.flatMap(({ key, value }) =>
              own.has(plain(key)) ? [asKept(key, value)] : []
            )
          ),
        ],
      ]
    })
  )
}
