import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** The orders whose bookings and tasks are kept fitting. */
export class Migration20261128110000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`
      create table if not exists delivery_window_order (
        order_id text not null primary key,
        is_changed boolean not null,
        is_watched boolean not null default true,
        version integer not null default 1,
        due_at timestamptz not null,
        attempts integer not null default 0,
        booking_id text,
        address text,
        shipping_options text,
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now(),
        deleted_at timestamptz
      )`)
    this.addSql(`
      create index if not exists "IDX_delivery_window_order_due"
        on delivery_window_order (is_changed desc, due_at)`)
    this.addSql(`
      create table if not exists delivery_window_watermark (
        name text not null primary key,
        position timestamptz not null,
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now(),
        deleted_at timestamptz
      )`)
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists delivery_window_order`)
    this.addSql(`drop table if exists delivery_window_watermark`)
  }
}
