import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** What the customer wrote with the order, to be marked in the queue. */
export class Migration20261127182000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`
      alter table follow_up_task
        add column if not exists customer_comment text null
    `)
  }

  override async down(): Promise<void> {
    this.addSql(`
      alter table follow_up_task drop column if exists customer_comment
    `)
  }
}
