import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/**
 * A task is closed after its order was canceled, and no longer before: nothing
 * looks for tasks that a crash left in between. Those of the last week are
 * looked at once more, by their orders.
 */
export class Migration20261127150000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`drop index if exists idx_follow_up_task_canceled_with_order`)
    this.addSql(`
      insert into follow_up_failed_record (record_id, entity)
      select distinct order_id, 'order'
        from follow_up_task
       where status = 'canceled' and fallback = 'cancel_order'
         and order_id is not null and deleted_at is null
         and canceled_at > now() - interval '7 days'
          on conflict (record_id) do nothing
    `)
  }

  override async down(): Promise<void> {
    this.addSql(`
      create index if not exists idx_follow_up_task_canceled_with_order
        on follow_up_task (canceled_at)
        where status = 'canceled' and fallback = 'cancel_order'
          and deleted_at is null
    `)
  }
}
