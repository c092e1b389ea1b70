import { Migration } from "@medusajs/framework/mikro-orm/migrations"

const KINDS =
  "'opened', 'assigned', 'attempted', 'withdrawn', 'waiting', 'resumed', 'completed', 'canceled', 'reopened', 'noted', 'contact_changed', 'order_changed', 'target_missed', 'breached', 'escalated', 'escalation_skipped', 'attempts_used_up', 'rules_changed'"

/** A task's history takes a new kind of entry without reading its rows. */
export class Migration20261127160000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`
      alter table if exists follow_up_activity
        drop constraint if exists follow_up_activity_kind_check
    `)
  }

  override async down(): Promise<void> {
    // Not valid: entries of a kind that came since are left as they are.
    this.addSql(`
      alter table follow_up_activity
        drop constraint if exists follow_up_activity_kind_check,
        add constraint follow_up_activity_kind_check
          check (kind in (${KINDS})) not valid
    `)
  }
}
