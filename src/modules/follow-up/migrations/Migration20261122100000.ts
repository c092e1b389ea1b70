import { Migration } from "@medusajs/framework/mikro-orm/migrations"

const BEFORE =
  "'opened', 'assigned', 'attempted', 'waiting', 'resumed', 'completed', 'canceled', 'reopened', 'noted', 'contact_changed', 'order_changed', 'target_missed', 'breached', 'escalated', 'escalation_skipped', 'attempts_used_up', 'rules_changed'"

/**
 * An attempt that was recorded by mistake may be withdrawn; what could not be
 * followed is tried again.
 */
export class Migration20261122100000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`
      alter table follow_up_attempt
        add column if not exists before jsonb not null default '{}',
        add column if not exists withdrawn_at timestamptz null
    `)
    this.allowKinds(`${BEFORE}, 'withdrawn'`)
    this.addSql(`
      create table if not exists follow_up_unfollowed_record (
        record_id text not null,
        entity text check (entity in ('order', 'customer')) not null,
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now(),
        deleted_at timestamptz null,
        constraint follow_up_unfollowed_record_pkey primary key (record_id)
      )
    `)
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists follow_up_unfollowed_record`)
    this.addSql(`delete from follow_up_activity where kind = 'withdrawn'`)
    this.allowKinds(BEFORE)
    this.addSql(`
      alter table follow_up_attempt
        drop column if exists before,
        drop column if exists withdrawn_at
    `)
  }

  private allowKinds(kinds: string): void {
    this.addSql(`
      alter table follow_up_activity
        drop constraint if exists follow_up_activity_kind_check,
        add constraint follow_up_activity_kind_check check (kind in (${kinds}))
    `)
  }
}
