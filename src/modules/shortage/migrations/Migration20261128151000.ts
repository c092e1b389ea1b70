import { Migration } from "@medusajs/framework/mikro-orm/migrations"

const COLUMNS = [
  "currency_code text",
  "total double precision",
  "line_totals jsonb not null default '{}'",
  "amounts_version integer not null default 1",
  "priced_version integer not null default 0",
  "priced_at timestamptz",
]

/** What orders with short lines cost, so that a list need not compute it. */
export class Migration20261128151000 extends Migration {
  override async up(): Promise<void> {
    for (const column of COLUMNS) {
      this.addSql(
        `alter table shortage_order add column if not exists ${column}`
      )
    }
    this.addSql(`
      create index if not exists "IDX_shortage_order_to_price"
        on shortage_order (priced_at nulls first)
        where amounts_version <> priced_version`)
  }

  override async down(): Promise<void> {
    this.addSql(`drop index if exists "IDX_shortage_order_to_price"`)
    for (const column of COLUMNS) {
      this.addSql(
        `alter table shortage_order drop column if exists ${column.split(" ")[0]}`
      )
    }
  }
}
