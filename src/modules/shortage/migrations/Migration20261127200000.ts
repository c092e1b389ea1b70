import { Migration } from "@medusajs/framework/mikro-orm/migrations"

const TIMESTAMPS = `
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  deleted_at timestamptz`

const TABLES = [
  `shortage_line (
     id text not null primary key,
     order_id text not null,
     line_item_id text not null,
     variant_id text,
     title text not null,
     variant_title text,
     sku text,
     ordered integer not null,
     units integer not null,
     computed integer not null,
     reported integer not null,
     places jsonb not null,
     since timestamptz not null,
     checked_at timestamptz,
     ended_at timestamptz,
     end_reason text,
     ${TIMESTAMPS}
   )`,
  `shortage_order (
     order_id text not null primary key,
     version integer not null,
     synced_version integer not null default 0,
     ${TIMESTAMPS}
   )`,
  `shortage_item (
     inventory_item_id text not null primary key,
     run bigint not null,
     drift jsonb not null default '[]',
     ${TIMESTAMPS}
   )`,
  `shortage_dirty (
     key text not null primary key,
     entity text not null,
     record_id text not null,
     version integer not null,
     due_at timestamptz not null,
     attempts integer not null default 0,
     ${TIMESTAMPS}
   )`,
  `shortage_report (
     id text not null primary key,
     order_id text not null,
     line_item_id text not null,
     quantity_found integer not null,
     units integer not null,
     reason text,
     corrected_stock boolean not null default false,
     actor_id text,
     ended_at timestamptz,
     ${TIMESTAMPS}
   )`,
  `shortage_announcement (
     id text not null primary key,
     inventory_item_id text not null,
     location_id text,
     expected_at timestamptz,
     note text,
     actor_id text,
     ${TIMESTAMPS}
   )`,
  `shortage_watermark (
     name text not null primary key,
     position timestamptz not null,
     cursor text not null default '',
     ${TIMESTAMPS}
   )`,
]

const INDEXES = [
  `unique index if not exists "IDX_shortage_line_active"
     on shortage_line (line_item_id) where ended_at is null`,
  `index if not exists "IDX_shortage_line_order"
     on shortage_line (order_id, since)`,
  // For the list of what is short now.
  `index if not exists "IDX_shortage_line_short_now"
     on shortage_line (since, id) where ended_at is null`,
  `index if not exists "IDX_shortage_line_to_check"
     on shortage_line (checked_at) where ended_at is null`,
  `index if not exists "IDX_shortage_order_to_sync"
     on shortage_order (updated_at) where version <> synced_version`,
  `index if not exists "IDX_shortage_dirty_due" on shortage_dirty (due_at)`,
  `unique index if not exists "IDX_shortage_report_active"
     on shortage_report (line_item_id) where ended_at is null`,
  `index if not exists "IDX_shortage_announcement_item"
     on shortage_announcement (inventory_item_id, created_at)`,
]

/** The lines that are short, and what is known of them. */
export class Migration20261127200000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`create sequence if not exists shortage_run`)
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
    this.addSql(`drop sequence if exists shortage_run`)
  }
}
