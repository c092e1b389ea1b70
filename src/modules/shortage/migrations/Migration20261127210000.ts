import { Migration } from "@medusajs/framework/mikro-orm/migrations"

const TIMESTAMPS = `
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  deleted_at timestamptz`

const TABLES = [
  `shortage_candidate (
     variant_id text not null primary key,
     product_id text not null,
     variant jsonb not null,
     description jsonb not null,
     described_by integer not null,
     sold_as jsonb not null,
     tokens text[] not null,
     is_published boolean not null,
     sales_channel_ids text[] not null,
     run bigint not null,
     ${TIMESTAMPS}
   )`,
  `shortage_pin (
     id text not null primary key,
     variant_id text not null,
     replacement_variant_id text not null,
     position integer not null,
     actor_id text,
     ${TIMESTAMPS}
   )`,
  `shortage_answer (
     id text not null primary key,
     variant_id text not null,
     replacement_variant_id text not null,
     order_id text not null,
     line_item_id text not null,
     customer_id text,
     email text,
     accepted boolean not null,
     offer_id text,
     answered_at timestamptz not null,
     ${TIMESTAMPS}
   )`,
]

const INDEXES = [
  // Written by product changes, read by shortages: no pending list to search.
  `index if not exists "IDX_shortage_candidate_tokens"
     on shortage_candidate using gin (tokens) with (fastupdate = off)
     where is_published`,
  `index if not exists "IDX_shortage_candidate_product"
     on shortage_candidate (product_id)`,
  `unique index if not exists "IDX_shortage_pin_pair"
     on shortage_pin (variant_id, replacement_variant_id)`,
  // An offer is answered once, however often the answer is delivered.
  `unique index if not exists "IDX_shortage_answer_offer"
     on shortage_answer (offer_id, line_item_id, replacement_variant_id)`,
  `index if not exists "IDX_shortage_answer_variant"
     on shortage_answer (variant_id, replacement_variant_id)`,
]

/** What may be offered in place of what is short, and what was answered. */
export class Migration20261127210000 extends Migration {
  override async up(): Promise<void> {
    for (const table of TABLES) {
      this.addSql(`create table if not exists ${table}`)
    }
    for (const index of INDEXES) {
      this.addSql(`create ${index}`)
    }
  }

  override async down(): Promise<void> {
    for (const table of TABLES) {
      this.addSql(`drop table if exists ${table.split(" ")[0]}`)
    }
  }
}
