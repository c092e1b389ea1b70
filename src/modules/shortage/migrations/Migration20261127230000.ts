import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** What was agreed about a short line, and how far it has been carried out. */
export class Migration20261127230000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`
      create table if not exists shortage_settlement (
        id text not null primary key,
        order_id text not null,
        line_item_id text not null,
        deed jsonb not null,
        actor_id text,
        offer_id text,
        state text not null,
        run integer not null default 1,
        change_id text,
        line_ids jsonb not null default '[]',
        hold_ids jsonb not null default '[]',
        before jsonb not null,
        result jsonb,
        error text,
        ended_at timestamptz,
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now(),
        deleted_at timestamptz
      )`)
    // One at a time for each order, however many instances there are.
    this.addSql(`
      create unique index if not exists "IDX_shortage_settlement_unfinished"
        on shortage_settlement (order_id) where ended_at is null`)
    this.addSql(`
      create unique index if not exists "IDX_shortage_settlement_offer"
        on shortage_settlement (offer_id) where state <> 'undone'`)
    this.addSql(`
      create index if not exists "IDX_shortage_settlement_order"
        on shortage_settlement (order_id, created_at)`)
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists shortage_settlement`)
  }
}
