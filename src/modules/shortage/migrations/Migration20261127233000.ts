import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** How many units a line had when some of them were not found. */
export class Migration20261127233000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `alter table shortage_report add column if not exists ordered integer`
    )
  }

  override async down(): Promise<void> {
    this.addSql(`alter table shortage_report drop column if exists ordered`)
  }
}
