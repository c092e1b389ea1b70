import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/**
 * Each entry of the history gets the transaction that wrote it, so that an
 * instance can ask what was committed since it last asked, see
 * `queue/changed-since.ts`.
 */
export class Migration20261127170300 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`
      alter table follow_up_activity
        add column if not exists written_in xid8
    `)
    // Separately: a column that is added with this default rewrites the table.
    this.addSql(`
      alter table follow_up_activity
        alter column written_in set default pg_current_xact_id()
    `)
    this.addSql(`
      create index if not exists idx_follow_up_activity_written_in
        on follow_up_activity (written_in)
        where written_in is not null
    `)
  }

  override async down(): Promise<void> {
    this.addSql(`
      alter table follow_up_activity drop column if exists written_in
    `)
  }
}
