import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/*
 * Bookings beyond the capacity of their window, and orders that have grown, are
 * judged again once units of the window are free. Whatever frees them, the
 * window itself notes it, as whoever freed them may crash before anything
 * follows from it.
 */

const WAITING = `flag in ('over_capacity', 'outgrown')`

/** What is asked of people is taken back when it is no longer true. */
export class Migration20261128130000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`
      alter table delivery_window
        add column if not exists is_freed boolean not null default false`)
    // A window that is planned no more is closed, too, but not called off.
    this.addSql(`
      alter table delivery_window
        add column if not exists is_called_off boolean not null default false`)
    this.addSql(`
      update delivery_window as w set is_called_off = true
       where is_closed and exists (
         select from delivery_window_exception
          where kind = 'closed' and date = w.local_date
            and coalesce(template_id, w.template_id) = w.template_id)`)
    this.addSql(`
      create index if not exists "IDX_delivery_window_freed"
        on delivery_window (id) where is_freed`)
    this.addSql(`
      create index if not exists "IDX_delivery_window_booking_waiting"
        on delivery_window_booking (window_id) where ${WAITING}`)
    this.addSql(`
      create or replace function delivery_window_note_freed()
        returns trigger language plpgsql as $$
      begin
        new.is_freed := new.is_freed or exists (
          select from delivery_window_booking
           where window_id = new.id and ${WAITING});
        return new;
      end $$`)
    this.addSql(
      `drop trigger if exists delivery_window_freed on delivery_window`
    )
    this.addSql(`
      create trigger delivery_window_freed
        before update of booked on delivery_window
        for each row when (new.booked < old.booked)
        execute function delivery_window_note_freed()`)
    this.addSql(`
      alter table delivery_window_order
        add column if not exists asked_units integer`)
    this.addSql(`
      create table if not exists delivery_window_failed_record (
        record_id text not null primary key,
        entity text not null,
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now(),
        deleted_at timestamptz
      )`)
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists delivery_window_failed_record`)
    this.addSql(
      `alter table delivery_window_order drop column if exists asked_units`
    )
    this.addSql(
      `drop trigger if exists delivery_window_freed on delivery_window`
    )
    this.addSql(`drop function if exists delivery_window_note_freed`)
    this.addSql(`drop index if exists "IDX_delivery_window_booking_waiting"`)
    this.addSql(
      `alter table delivery_window drop column if exists is_freed,
         drop column if exists is_called_off`
    )
  }
}
