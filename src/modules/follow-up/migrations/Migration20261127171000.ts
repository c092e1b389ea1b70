import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** How far what was left out has been counted: it may be a year of orders. */
export class Migration20261127171000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `alter table follow_up_absence add column if not exists counted_to timestamptz`
    )
  }

  override async down(): Promise<void> {
    this.addSql(
      `alter table follow_up_absence drop column if exists counted_to`
    )
  }
}
