import { Migration } from "@medusajs/framework/mikro-orm/migrations"

const RESIZE = [
  // An order that has changed takes up more or less of the window that it has.
  // Neither the cut-off nor a start is asked: it comes in this window anyway.
  `delivery_window_resize(of_booking text, asked integer,
                          ahead_ms double precision, lock_ms integer)
     returns delivery_window_answer language plpgsql`,
  `declare
     moment timestamptz := delivery_window_at(ahead_ms);
     waits text;
     b delivery_window_booking;
     was delivery_window_booking;
   begin
     waits := set_config('lock_timeout', lock_ms::text, true);
     select * into was from delivery_window_booking where id = of_booking;
     if not found then
       return delivery_window_result('not_found', was);
     end if;
     perform delivery_window_lock(array[was.window_id]);
     select * into b from delivery_window_booking where id = of_booking;
     if b.window_id <> was.window_id then
       return delivery_window_result('again', b);
     end if;
     if b.status not in ('confirmed', 'late') then
       return delivery_window_result('gone', b);
     end if;
     for attempt in 1..2 loop
       update delivery_window
          set booked = booked + asked - b.units, updated_at = now()
        where id = b.window_id
          and (asked <= b.units or booked + asked - b.units <= capacity);
       exit when found;
       if attempt = 2
          or delivery_window_end_holds(b.window_id, moment) = 0 then
         return delivery_window_result('full', b);
       end if;
     end loop;
     if b.units <> asked then
       perform delivery_window_note(b.id, 'resized', jsonb_build_object(
         'window_id', b.window_id, 'from_units', b.units, 'units', asked),
         null, moment);
     end if;
     update delivery_window_booking
        set units = asked, flag = case when flag <> 'outgrown' then flag end,
            updated_at = now()
      where id = b.id and (units <> asked or flag = 'outgrown');
     select * into b from delivery_window_booking where id = of_booking;
     return delivery_window_result(null, b);
   end`,
] as const

/** Also within its window: one more, with a reason, settles that it has grown. */
const MOVE = [
  `delivery_window_move(of_booking text, to_window text, asked integer,
                        agreed text, actor text, most_moves integer,
                        over_reason text, ahead_ms double precision,
                        lock_ms integer)
     returns delivery_window_answer language plpgsql`,
  `declare
     moment timestamptz := delivery_window_at(ahead_ms);
     waits text;
     b delivery_window_booking;
     was delivery_window_booking;
     refusal text;
   begin
     waits := set_config('lock_timeout', lock_ms::text, true);
     select * into was from delivery_window_booking where id = of_booking;
     if not found then
       return delivery_window_result('not_found', was);
     end if;
     perform delivery_window_lock(array[was.window_id, to_window]);
     select * into b from delivery_window_booking where id = of_booking;
     if b.window_id <> was.window_id then
       return delivery_window_result('again', b);
     end if;
     if b.status not in ('confirmed', 'late') then
       return delivery_window_result('gone', b);
     end if;
     if b.window_id = to_window and b.units = asked then
       return delivery_window_result(null, b);
     end if;
     if agreed = 'customer' then
       if b.customer_moves >= most_moves then
         return delivery_window_result('moves_used_up', b);
       end if;
       if exists (select from delivery_window
                   where id = b.window_id and cut_off_at <= moment) then
         return delivery_window_result('cut_off', b);
       end if;
     end if;
     refusal := delivery_window_take(to_window,
       case when b.window_id = to_window then asked - b.units else asked end,
       over_reason is not null, moment);
     if refusal is not null then
       return delivery_window_result(refusal, b);
     end if;
     if b.window_id = to_window then
       update delivery_window_booking
          set units = asked,
              flag = case when flag <> 'outgrown' then flag end,
              overbooked_reason = case when over_reason is not null
                and delivery_window_is_over(to_window) then over_reason
                else overbooked_reason end,
              updated_at = now()
        where id = b.id;
     else
       perform delivery_window_give_back(b.window_id, b.units);
       update delivery_window_booking
          set window_id = to_window, units = asked, status = 'confirmed',
              taken_at = moment, agreed_by = agreed, actor_id = actor,
              expected_at = null, late_minutes = null, flag = null,
              customer_moves =
                customer_moves + case when agreed = 'customer' then 1 else 0 end,
              overbooked_reason = case when over_reason is not null
                and delivery_window_is_over(to_window) then over_reason end,
              updated_at = now()
        where id = b.id;
     end if;
     select * into b from delivery_window_booking where id = of_booking;
     perform delivery_window_note(b.id, 'moved', jsonb_build_object(
       'from_window_id', was.window_id, 'window_id', to_window,
       'units', asked, 'agreed_by', agreed,
       'overbooked_reason', b.overbooked_reason), actor, moment);
     return delivery_window_result(null, b);
   end`,
] as const

/** A booking takes up what its order does, also after the order has changed. */
export class Migration20261128131000 extends Migration {
  override async up(): Promise<void> {
    for (const [signature, body] of [RESIZE, MOVE]) {
      this.addSql(`create or replace function ${signature} as $$ ${body} $$`)
    }
  }

  override async down(): Promise<void> {
    this.addSql(`drop function if exists delivery_window_resize`)
  }
}
