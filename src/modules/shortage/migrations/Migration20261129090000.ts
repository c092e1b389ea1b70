import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/**
 * For the items whose counters drift: a few of all that were computed. When they
 * were computed is no part of it, so that computing one again need not write to
 * any index.
 */
export class Migration20261129090000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`
      create index if not exists "IDX_shortage_item_drifting"
        on shortage_item (inventory_item_id) where drift <> '[]'`)
  }

  override async down(): Promise<void> {
    this.addSql(`drop index if exists "IDX_shortage_item_drifting"`)
  }
}
