import { Migration } from "@medusajs/framework/mikro-orm/migrations"

const BEFORE =
  "'opened', 'assigned', 'attempted', 'waiting', 'resumed', 'completed', 'canceled', 'reopened', 'noted', 'contact_changed', 'order_changed', 'target_missed', 'breached', 'escalated', 'escalation_skipped', 'attempts_used_up', 'rules_changed'"

/**
 * An attempt that was recorded by mistake may be withdrawn, what could not be
 * followed is tried again, and a task keeps when its clock ran. Of what was
 * banked before, only the sum is known: it is taken for one run up to the last
 * pause.
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
    this.addSql(`
      alter table follow_up_task
        add column if not exists runs jsonb not null default '[]'
    `)
    this.addSql(`
      update follow_up_task as task
         set runs = jsonb_build_array(jsonb_build_object(
               'from', opened_at,
               'until', coalesce(
                 waiting_since, completed_at, canceled_at,
                 (select max(occurred_at)
                    from follow_up_activity as activity
                   where activity.task_id = task.id
                     and kind in ('waiting', 'completed', 'canceled')),
                 opened_at),
               'seconds', banked_seconds,
               'calendar_id', calendar_id,
               'calendar_version', calendar_version))
       where banked_seconds > 0 and runs = '[]'
    `)
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists follow_up_unfollowed_record`)
    this.addSql(`delete from follow_up_activity where kind = 'withdrawn'`)
    this.allowKinds(BEFORE)
    this.addSql(`alter table follow_up_task drop column if exists runs`)
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
