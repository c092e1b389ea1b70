import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** What an attempt wrote to the customer, and whether it left the shop. */
export class Migration20261127183000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`
      alter table follow_up_attempt add column if not exists message jsonb
    `)
  }

  override async down(): Promise<void> {
    this.addSql(`alter table follow_up_attempt drop column if exists message`)
  }
}
