import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** Why an offer was withdrawn, if it was not by a person. */
export class Migration20261128150000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `alter table shortage_offer add column if not exists end_reason text`
    )
  }

  override async down(): Promise<void> {
    this.addSql(`alter table shortage_offer drop column if exists end_reason`)
  }
}
