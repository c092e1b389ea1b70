import { Migration } from "@medusajs/framework/mikro-orm/migrations"

const BEFORE =
  "'opened', 'assigned', 'attempted', 'waiting', 'resumed', 'completed', 'canceled', 'reopened', 'noted', 'contact_changed', 'order_changed', 'target_missed', 'breached', 'escalated', 'escalation_skipped', 'attempts_used_up', 'rules_changed'"

/** An attempt that was recorded by mistake may be withdrawn. */
export class Migration20261122100000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`
      alter table follow_up_attempt
        add column if not exists before jsonb not null default '{}',
        add column if not exists withdrawn_at timestamptz null
    `)
    this.allowKinds(`${BEFORE}, 'withdrawn'`)
  }

  override async down(): Promise<void> {
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
