import { Client } from "@medusajs/framework/pg"
import provider from "@medusajs/search-postgres"

import { openServer } from "../harness/server"
import { fullTitle } from "./baselines"
import { brokenRules, type Offered } from "./inconsistencies"
import type { ShortItem } from "./labelled-set"
import { type Proposal, SHOWN } from "./measures"

/** What the provider's first migration makes. */
const SETUP = `
  create extension if not exists pg_trgm;
  create extension if not exists unaccent;
  create text search configuration medusa_search_english (copy = english);
  alter text search configuration medusa_search_english
    alter mapping for hword, hword_part, word with unaccent, english_stem;
  create table search_postgres_index (
    name text primary key, table_name text not null, schema_hash text not null,
    plan jsonb not null, document_count integer not null default 0,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now()
  )`

const searchable = { type: "text", searchable: true } as const

const INDEX = {
  name: "variants",
  physical_name: "variants",
  entity: "variants",
  primary_key: "id",
  fields: {
    id: { type: "keyword" },
    title: searchable,
    category: searchable,
    type: searchable,
    tags: searchable,
  },
  settings: {},
} as const

/**
 * The answers of the PostgreSQL provider of Medusa's Search module to the title
 * of each short item, from a database of its own. Any word may match, and
 * misspelt ones, which is its most generous way; the rules that follow from the
 * catalogue are applied to what it finds.
 */
export async function medusaSearch(
  items: readonly ShortItem[],
  variants: ReadonlyMap<string, Offered>
): Promise<ReadonlyMap<ShortItem, readonly Proposal[]>> {
  const server = await openServer()
  const client = new Client({
    connectionString: await server.database("benchmark_search"),
  })
  try {
    await client.connect()
    await client.query(SETUP)
    const [Service] = provider.services
    if (!Service)
      throw new Error("the Search module has no PostgreSQL provider")
    const search = new Service({
      manager: {
        execute: async (sql: string, values: unknown[] = []) => {
          let place = 0
          const { rows } = await client.query(
            sql.replace(/\?/g, () => `$${++place}`),
            values
          )
          return rows
        },
      },
    })
    await search.upsertIndex({ index: INDEX })
    await search.upsertDocuments({
      index: INDEX.physical_name,
      documents: [...variants].map(([id, offered]) => ({
        id,
        title: fullTitle(offered),
        category: offered.product.category.join(" "),
        type: offered.product.type ?? "",
        tags: offered.product.tags.join(" "),
      })),
    })
    const found = new Map<ShortItem, readonly Proposal[]>()
    for (const item of items) {
      const out = variants.get(item.out)
      const { hits } = await search.search({
        index: INDEX,
        attributes_to_retrieve: ["id"],
        q: out ? fullTitle(out) : "",
        pagination: { take: 200 },
        search_options: { match_strategy: "any", typo_tolerance: true },
      })
      const allowed = hits.flatMap(({ id }: { id: string }) => {
        const offered = variants.get(id)
        const isAllowed =
          offered &&
          id !== item.out &&
          brokenRules(item, offered, item.quantity).length === 0
        return isAllowed ? [{ variant: id, units: null }] : []
      })
      found.set(item, allowed.slice(0, SHOWN))
    }
    return found
  } finally {
    await client.end()
    await server.stop()
  }
}
