import { Migration } from "@medusajs/framework/mikro-orm/migrations"

const AGREED_BY = "delivery_window_booking_agreed_by_check"

/**
 * A window may be moved by the shop; a day ends at 24:00, never at 00:00; and
 * who is over the capacity is counted.
 */
export class Migration20261128162000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`alter table delivery_window_booking
      drop constraint if exists ${AGREED_BY}`)
    this.addSql(`alter table delivery_window_booking add constraint ${AGREED_BY}
      check (agreed_by in ('customer', 'agent', 'shop'))`)
    for (const table of ["template", "exception"]) {
      this.addSql(`update delivery_window_${table} set ends_at = '24:00'
        where ends_at = '00:00'`)
    }
    this.addSql(`update delivery_window set local_end = '24:00'
      where local_end = '00:00'`)
    this.addSql(`
      create index if not exists "IDX_delivery_window_booking_over"
        on delivery_window_booking (window_id) where flag = 'over_capacity'`)
  }

  override async down(): Promise<void> {
    this.addSql(`drop index if exists "IDX_delivery_window_booking_over"`)
    this.addSql(`update delivery_window_booking set agreed_by = 'agent'
      where agreed_by = 'shop'`)
    this.addSql(`alter table delivery_window_booking
      drop constraint if exists ${AGREED_BY}`)
    this.addSql(`alter table delivery_window_booking add constraint ${AGREED_BY}
      check (agreed_by in ('customer', 'agent'))`)
  }
}
