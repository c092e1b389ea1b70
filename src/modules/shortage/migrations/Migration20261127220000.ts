import { Migration } from "@medusajs/framework/mikro-orm/migrations"

const TIMESTAMPS = `
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  deleted_at timestamptz`

const TABLES = [
  `shortage_hold (
     id text not null primary key,
     offer_id text not null,
     location_id text not null,
     items jsonb not null,
     expires_at timestamptz not null,
     reserved_at timestamptz,
     released_at timestamptz,
     clear_after timestamptz,
     cleared_at timestamptz,
     ${TIMESTAMPS}
   )`,
  `shortage_offer (
     id text not null primary key,
     order_id text not null,
     line_item_id text not null,
     variant_id text,
     title text not null,
     variant_title text,
     sku text,
     thumbnail text,
     ordered integer not null,
     units integer not null,
     unit_price double precision not null,
     currency_code text not null,
     status text not null,
     link_id text not null,
     language text,
     expires_at timestamptz not null,
     answer text,
     answered_via text,
     answered_at timestamptz,
     alternative_id text,
     note text,
     created_by text,
     answered_by text,
     ${TIMESTAMPS}
   )`,
  `shortage_offer_alternative (
     id text not null primary key,
     offer_id text not null,
     position integer not null,
     variant_id text not null,
     title text not null,
     variant_title text,
     sku text,
     thumbnail text,
     quantity integer not null,
     unit_price double precision not null,
     listed_unit_price double precision not null,
     location_id text not null,
     difference double precision,
     hold_id text,
     ${TIMESTAMPS}
   )`,
]

const INDEXES = [
  `index if not exists "IDX_shortage_hold_not_cleared"
     on shortage_hold (expires_at) where cleared_at is null`,
  `index if not exists "IDX_shortage_hold_offer" on shortage_hold (offer_id)`,
  // One at a time: the customer is asked about one line once.
  `unique index if not exists "IDX_shortage_offer_open"
     on shortage_offer (line_item_id)
     where status in ('preparing', 'open', 'settling')`,
  `index if not exists "IDX_shortage_offer_ends"
     on shortage_offer (expires_at)
     where status in ('preparing', 'open', 'settling')`,
  `unique index if not exists "IDX_shortage_offer_link"
     on shortage_offer (link_id)`,
  `index if not exists "IDX_shortage_offer_order"
     on shortage_offer (order_id, created_at)`,
  `index if not exists "IDX_shortage_offer_alternative_offer"
     on shortage_offer_alternative (offer_id, position)`,
]

/** Offers in place of what is short, and the units that are held for them. */
export class Migration20261127220000 extends Migration {
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
