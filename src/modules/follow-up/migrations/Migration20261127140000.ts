import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** What a task's deadlines were made from is kept with them. */
export class Migration20261127140000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`
      alter table follow_up_task
        add column if not exists basis jsonb not null default '{}'
    `)
  }

  override async down(): Promise<void> {
    this.addSql(`alter table follow_up_task drop column if exists basis`)
    /* What withdrawing an attempt puts back, which must be columns. */
    this.addSql(`
      update follow_up_attempt
         set before = before - 'basis'
       where before -> 'basis' is not null
    `)
  }
}
