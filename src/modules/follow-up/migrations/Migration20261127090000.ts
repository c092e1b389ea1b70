import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** Words that a kind of work may bring, by their column. */
const OPENED_LISTS = [
  {
    table: "follow_up_calendar_binding",
    column: "scope",
    words: "'sales_channel', 'stock_location', 'region', 'task_type'",
  },
  {
    table: "follow_up_outbox_event",
    column: "kind",
    words: "'event', 'notification', 'action'",
  },
  {
    table: "follow_up_attempt",
    column: "channel",
    words: "'phone', 'email', 'sms', 'messenger'",
  },
  {
    table: "follow_up_task",
    column: "cancel_reason",
    words:
      "'order_canceled', 'order_deleted', 'customer_deleted', 'duplicate', 'not_needed', 'other'",
  },
  {
    table: "follow_up_unfollowed_record",
    column: "entity",
    words: "'order', 'customer'",
  },
]

/**
 * A kind of work brings words of its own without a migration, and keeps data
 * with its tasks. Each statement changes the catalog only: none reads a row.
 */
export class Migration20261127090000 extends Migration {
  override async up(): Promise<void> {
    for (const { table, column } of OPENED_LISTS) {
      this.addSql(`
        alter table if exists ${table}
          drop constraint if exists ${table}_${column}_check
      `)
    }
    this.addSql(`
      alter table follow_up_task
        add column if not exists data jsonb not null default '{}'
    `)
    this.renameTable("follow_up_unfollowed_record", "follow_up_failed_record")
  }

  override async down(): Promise<void> {
    this.renameTable("follow_up_failed_record", "follow_up_unfollowed_record")
    this.addSql(`alter table follow_up_task drop column if exists data`)
    for (const { table, column, words } of OPENED_LISTS) {
      const name = `${table}_${column}_check`
      // Not valid: rows with words that came since are left as they are.
      this.addSql(`
        alter table ${table}
          drop constraint if exists ${name},
          add constraint ${name} check (${column} in (${words})) not valid
      `)
    }
  }

  private renameTable(from: string, to: string): void {
    this.addSql(`alter table if exists ${from} rename to ${to}`)
    this.addSql(`alter index if exists ${from}_pkey rename to ${to}_pkey`)
  }
}
