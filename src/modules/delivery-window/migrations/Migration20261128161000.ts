import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/**
 * What a booking is flagged for is about the place that it has: it is true no
 * more of one that moves to another window, or has ended and may take a place
 * again later, as a cart's does whose hold ran out.
 */
export class Migration20261128161000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`
      create or replace function delivery_window_drop_flag()
        returns trigger language plpgsql as $$
      begin
        new.flag := null;
        return new;
      end $$`)
    this.addSql(
      `drop trigger if exists delivery_window_booking_left
         on delivery_window_booking`
    )
    this.addSql(`
      create trigger delivery_window_booking_left
        before update of window_id, status on delivery_window_booking
        for each row when (
          new.flag is not null
          and (new.window_id <> old.window_id
               or new.status not in ('held', 'confirmed', 'late')))
        execute function delivery_window_drop_flag()`)
    this.addSql(
      `update delivery_window_booking set flag = null
        where flag is not null
          and status not in ('held', 'confirmed', 'late')`
    )
  }

  override async down(): Promise<void> {
    this.addSql(
      `drop trigger if exists delivery_window_booking_left
         on delivery_window_booking`
    )
    this.addSql(`drop function if exists delivery_window_drop_flag`)
  }
}
