import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** For whether anything was ever delivered, which is asked while nothing is. */
export class Migration20261128141000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`
      create index if not exists "IDX_delivery_window_booking_delivered"
        on delivery_window_booking (id) where status = 'delivered'`)
  }

  override async down(): Promise<void> {
    this.addSql(`drop index if exists "IDX_delivery_window_booking_delivered"`)
  }
}
