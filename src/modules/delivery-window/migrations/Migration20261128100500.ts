import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/*
 * Places are taken inside the database, in one statement each: while a window's
 * row is locked nobody waits for the network, and the plans of the statements
 * inside are kept. benchmarks/windows.ts measures it beside a bare update.
 *
 * Whatever changes the units of a window first locks its row; several, in the
 * order of their ids. Whoever finds that a booking has moved on meanwhile
 * answers `again` and is called again, as locking one more row would break that
 * order.
 */

const ACTIVE = `('held', 'confirmed', 'late')`

type SqlFunction = readonly [signature: string, body: string]

/** What the functions below share. */
const PARTS: readonly SqlFunction[] = [
  [
    // The clock's time; `ahead_ms` is how far the shop's clock is ahead of it.
    `delivery_window_at(ahead_ms double precision)
       returns timestamptz language sql stable`,
    `select statement_timestamp() + ahead_ms * interval '1 millisecond'`,
  ],
  [
    // Why nobody may book a window, whether or not it is full.
    `delivery_window_refusal(w delivery_window, moment timestamptz)
       returns text language sql stable`,
    `select case
       when w.starts_at <= moment then 'gone'
       when w.is_closed then 'closed'
       when w.cut_off_at <= moment then 'cut_off'
       when w.starts_at - w.lead_minutes * interval '1 minute' < moment
         then 'too_soon'
     end`,
  ],
  [
    `delivery_window_result(refused text, b delivery_window_booking)
       returns delivery_window_answer language sql immutable`,
    `select row(refused, b)::delivery_window_answer`,
  ],
  [
    // Ascending, as events are listed by it.
    `delivery_window_event_id() returns text language sql volatile`,
    `select 'dwevent_' ||
       lpad(nextval('delivery_window_event_number')::text, 16, '0')`,
  ],
  [
    `delivery_window_note(of_booking text, what text, facts jsonb, actor text,
                          moment timestamptz)
       returns void language plpgsql`,
    `begin
       insert into delivery_window_booking_event
              (id, booking_id, kind, data, actor_id, occurred_at)
       values (delivery_window_event_id(), of_booking, what, jsonb_strip_nulls(facts), actor, moment);
     end`,
  ],
  [
    `delivery_window_lock(ids text[]) returns void language plpgsql`,
    `begin
       perform 1 from delivery_window where id = any(ids)
         order by id for update;
     end`,
  ],
  [
    `delivery_window_give_back(of_window text, given integer)
       returns void language plpgsql`,
    `begin
       update delivery_window set booked = booked - given, updated_at = now()
        where id = of_window;
     end`,
  ],
  [
    // Ends what is held longer than agreed; the window is locked.
    `delivery_window_end_holds(of_window text, moment timestamptz)
       returns integer language plpgsql`,
    `declare
       ended record;
       freed integer := 0;
     begin
       for ended in
         update delivery_window_booking
            set status = 'released', release_reason = 'expired',
                updated_at = now()
          where window_id = of_window and status = 'held'
            and held_until <= moment
         returning id, units, held_until
       loop
         freed := freed + ended.units;
         perform delivery_window_note(ended.id, 'expired', '{}', null,
           ended.held_until);
       end loop;
       if freed > 0 then
         perform delivery_window_give_back(of_window, freed);
       end if;
       return freed;
     end`,
  ],
  [
    // Takes units, or says why not. Holds that have run out give way.
    `delivery_window_take(of_window text, taken integer, over boolean,
                          moment timestamptz)
       returns text language plpgsql`,
    `declare
       w delivery_window;
       refusal text;
     begin
       for attempt in 1..2 loop
         update delivery_window as free
            set booked = booked + taken, updated_at = now()
          where id = of_window
            and (booked + taken <= capacity or over or taken <= 0)
            and delivery_window_refusal(free, moment) is null;
         if found then
           return null;
         end if;
         select * into w from delivery_window where id = of_window for update;
         if not found then
           return 'not_found';
         end if;
         refusal := delivery_window_refusal(w, moment);
         if refusal is not null then
           return refusal;
         end if;
         exit when delivery_window_end_holds(of_window, moment) = 0
           and w.booked + taken > w.capacity;
       end loop;
       return 'full';
     end`,
  ],
  [
    // Whether a window has more than it takes, on purpose or since it was cut.
    `delivery_window_is_over(of_window text)
       returns boolean language sql stable`,
    `select booked > capacity from delivery_window where id = of_window`,
  ],
]

const HOLD: SqlFunction = [
  `delivery_window_hold(new_id text, of_window text, of_cart text,
                        asked integer, minutes double precision,
                        ahead_ms double precision, lock_ms integer)
     returns delivery_window_answer language plpgsql`,
  `declare
     moment timestamptz := delivery_window_at(ahead_ms);
     waits text;
     ends timestamptz := moment + minutes * interval '1 minute';
     b delivery_window_booking;
     was delivery_window_booking;
     refusal text;
   begin
     waits := set_config('lock_timeout', lock_ms::text, true);
     select * into was from delivery_window_booking
      where cart_id = of_cart and status in ${ACTIVE}
      order by status <> 'held' desc limit 1;
     if was.status <> 'held' then
       return delivery_window_result('already_booked', was);
     end if;
     if was.id is null then
       refusal := delivery_window_take(of_window, asked, false, moment);
       if refusal is null then
         insert into delivery_window_booking
                (id, window_id, cart_id, status, units, held_until, taken_at,
                 agreed_by)
         values (new_id, of_window, of_cart, 'held', asked, ends, moment,
                 'customer')
             on conflict (cart_id) where status = 'held' do nothing
         returning * into b;
         if b.id is null then
           perform delivery_window_give_back(of_window, asked);
           return delivery_window_result('again', b);
         end if;
         perform delivery_window_note(new_id, 'held', jsonb_build_object(
           'window_id', of_window, 'units', asked, 'held_until', ends), null,
           moment);
       elsif exists (select from delivery_window_booking
                      where cart_id = of_cart and status = 'held') then
         return delivery_window_result('again', b);
       end if;
       return delivery_window_result(refusal, b);
     end if;
     perform delivery_window_lock(array[was.window_id, of_window]);
     select * into b from delivery_window_booking where id = was.id;
     if b.status <> 'held' or b.window_id <> was.window_id then
       return delivery_window_result('again', b);
     end if;
     if b.held_until <= moment then
       perform delivery_window_end_holds(b.window_id, moment);
       return delivery_window_result('again', b);
     end if;
     if b.window_id = of_window then
       refusal := delivery_window_take(of_window, asked - b.units, false,
         moment);
     else
       refusal := delivery_window_take(of_window, asked, false, moment);
       if refusal is null then
         perform delivery_window_give_back(b.window_id, b.units);
       end if;
     end if;
     if refusal is not null then
       return delivery_window_result(refusal, b);
     end if;
     update delivery_window_booking
        set window_id = of_window, units = asked, held_until = ends,
            taken_at = case when window_id = of_window then taken_at
                            else moment end,
            updated_at = now()
      where id = b.id returning * into b;
     if was.window_id <> of_window or was.units <> asked then
       perform delivery_window_note(b.id, 'held', jsonb_build_object(
         'from_window_id', was.window_id, 'window_id', of_window,
         'units', asked, 'held_until', ends), null, moment);
     end if;
     return delivery_window_result(null, b);
   end`,
]

const CONFIRM: SqlFunction = [
  `delivery_window_confirm(of_cart text, of_order text, asked integer,
                           ahead_ms double precision, lock_ms integer)
     returns delivery_window_answer language plpgsql`,
  `declare
     moment timestamptz := delivery_window_at(ahead_ms);
     waits text;
     b delivery_window_booking;
     was delivery_window_booking;
     refusal text;
   begin
     waits := set_config('lock_timeout', lock_ms::text, true);
     select * into b from delivery_window_booking
      where order_id = of_order and status in ${ACTIVE};
     if found then
       return delivery_window_result(null, b);
     end if;
     select * into was from delivery_window_booking
      where cart_id = of_cart order by created_at desc, id desc limit 1;
     if not found then
       return delivery_window_result('not_found', was);
     end if;
     perform delivery_window_lock(array[was.window_id]);
     select * into b from delivery_window_booking where id = was.id;
     if b.window_id <> was.window_id then
       return delivery_window_result('again', b);
     end if;
     if b.order_id = of_order then
       return delivery_window_result(
         case when b.status in ${ACTIVE} then null
              when b.release_reason in ('full', 'cut_off', 'too_soon',
                'closed', 'not_found', 'already_booked') then b.release_reason
              else 'gone' end, b);
     end if;
     if b.order_id is not null then
       return delivery_window_result('gone', b);
     end if;
     if b.status = 'held' and b.held_until <= moment then
       perform delivery_window_end_holds(b.window_id, moment);
       select * into b from delivery_window_booking where id = b.id;
     end if;
     if b.status = 'held' then
       refusal := delivery_window_take(b.window_id, asked - b.units, false,
         moment);
       if refusal is not null then
         perform delivery_window_give_back(b.window_id, b.units);
       end if;
     elsif b.release_reason = 'expired' then
       refusal := delivery_window_take(b.window_id, asked, false, moment);
     else
       return delivery_window_result('not_found', b);
     end if;
     if refusal is null then
       begin
         update delivery_window_booking
            set status = 'confirmed', order_id = of_order, units = asked,
                held_until = null, release_reason = null,
                taken_at = case when b.status = 'held' then taken_at
                                else moment end,
                updated_at = now()
          where id = b.id;
       exception when unique_violation then
         perform delivery_window_give_back(b.window_id, asked);
         refusal := 'already_booked';
       end;
     end if;
     if refusal is not null then
       update delivery_window_booking
          set status = 'released', order_id = of_order, units = asked,
              held_until = null, release_reason = refusal, updated_at = now()
        where id = b.id;
     end if;
     perform delivery_window_note(b.id,
       case when refusal is null then 'confirmed' else 'refused' end,
       jsonb_build_object('window_id', b.window_id, 'order_id', of_order,
         'units', asked, 'reason', refusal,
         'had_expired', nullif(b.status = 'released', false)), null, moment);
     select * into b from delivery_window_booking where id = b.id;
     return delivery_window_result(refusal, b);
   end`,
]

const BOOK: SqlFunction = [
  `delivery_window_book(new_id text, of_window text, of_order text,
                        asked integer, agreed text, actor text,
                        over_reason text, ahead_ms double precision,
                        lock_ms integer)
     returns delivery_window_answer language plpgsql`,
  `declare
     moment timestamptz := delivery_window_at(ahead_ms);
     waits text;
     b delivery_window_booking;
     refusal text;
   begin
     waits := set_config('lock_timeout', lock_ms::text, true);
     refusal := delivery_window_take(of_window, asked, over_reason is not null,
       moment);
     if refusal is null then
       -- With its history in one statement, for the sake of speed.
       with added as (
         insert into delivery_window_booking
                (id, window_id, order_id, status, units, taken_at, agreed_by,
                 actor_id, overbooked_reason)
         values (new_id, of_window, of_order, 'confirmed', asked, moment,
                 agreed, actor, case when over_reason is not null
                   and delivery_window_is_over(of_window)
                   then over_reason end)
             on conflict (order_id) where status in ${ACTIVE} do nothing
         returning *
       ), noted as (
         insert into delivery_window_booking_event
                (id, booking_id, kind, data, actor_id, occurred_at)
         select delivery_window_event_id(), id, 'booked',
                jsonb_build_object('window_id', window_id, 'units', units,
                  'agreed_by', agreed_by,
                  'overbooked_reason', overbooked_reason),
                actor_id, moment
           from added
       )
       select * into b from added;
       if b.id is not null then
         return delivery_window_result(null, b);
       end if;
       perform delivery_window_give_back(of_window, asked);
     end if;
     -- The order may have a place already: the same request twice is one.
     select * into b from delivery_window_booking
      where order_id = of_order and status in ${ACTIVE};
     return delivery_window_result(
       case when b.id is null then refusal
            when b.window_id = of_window then null
            else 'already_booked' end, b);
   end`,
]

const MOVE: SqlFunction = [
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
       update delivery_window_booking set units = asked, updated_at = now()
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
]

const MOVE_MANY: SqlFunction = [
  // All or none. All leave before the first takes a place, so that bookings of
  // full windows may change places.
  `delivery_window_move_many(moves jsonb, agreed text, actor text,
                             ahead_ms double precision, lock_ms integer)
     returns delivery_window_answer language plpgsql`,
  `declare
     moment timestamptz := delivery_window_at(ahead_ms);
     waits text;
     b delivery_window_booking;
     m record;
     locked text[];
     refusal text;
     concerned text;
   begin
     waits := set_config('lock_timeout', lock_ms::text, true);
     locked := array(
       select window_id from delivery_window_booking
        where id in (select move ->> 'booking_id'
                       from jsonb_array_elements(moves) as move)
        union
       select move ->> 'window_id' from jsonb_array_elements(moves) as move);
     perform delivery_window_lock(locked);
     begin
       for m in
         select move ->> 'booking_id' as id
           from jsonb_array_elements(moves) as move
       loop
         select * into b from delivery_window_booking where id = m.id;
         concerned := m.id;
         refusal := case
           when b.id is null then 'not_found'
           when b.status not in ('confirmed', 'late') then 'gone'
           when b.window_id <> all(locked) then 'again'
         end;
         if refusal is not null then
           raise exception 'refused';
         end if;
         perform delivery_window_give_back(b.window_id, b.units);
       end loop;
       for m in
         select booking.*, move ->> 'window_id' as to_window,
                coalesce((move ->> 'units')::integer, units) as asked
           from jsonb_array_elements(moves) as move
           join delivery_window_booking as booking
             on booking.id = move ->> 'booking_id'
          order by booking.id
       loop
         concerned := m.id;
         refusal := delivery_window_take(m.to_window, m.asked, false, moment);
         if refusal is not null then
           raise exception 'refused';
         end if;
         update delivery_window_booking
            set window_id = m.to_window, units = m.asked, status = 'confirmed',
                taken_at = moment, agreed_by = agreed, actor_id = actor,
                expected_at = null, late_minutes = null, flag = null,
                overbooked_reason = null, updated_at = now()
          where id = m.id;
         perform delivery_window_note(m.id, 'moved', jsonb_build_object(
           'from_window_id', m.window_id, 'window_id', m.to_window,
           'units', m.asked, 'agreed_by', agreed), actor, moment);
       end loop;
     exception when raise_exception then
       select * into b from delivery_window_booking where id = concerned;
       return delivery_window_result(refusal, b);
     end;
     return delivery_window_result(null, null);
   end`,
]

const RELEASE: SqlFunction = [
  `delivery_window_release(of_booking text, reason text, actor text,
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
     if b.status = 'released' then
       return delivery_window_result(null, b);
     end if;
     if b.status = 'delivered' then
       return delivery_window_result('gone', b);
     end if;
     if b.status in ${ACTIVE} then
       perform delivery_window_give_back(b.window_id, b.units);
     end if;
     update delivery_window_booking
        set status = 'released', release_reason = reason, held_until = null,
            flag = null, updated_at = now()
      where id = of_booking returning * into b;
     perform delivery_window_note(b.id, 'released', jsonb_build_object(
       'window_id', b.window_id, 'reason', reason), actor, moment);
     return delivery_window_result(null, b);
   end`,
]

const MARK: SqlFunction = [
  // Keys that facts lack stay as they are.
  `delivery_window_mark(of_booking text, facts jsonb, actor text,
                        ahead_ms double precision, lock_ms integer)
     returns delivery_window_answer language plpgsql`,
  `declare
     moment timestamptz := delivery_window_at(ahead_ms);
     waits text;
     b delivery_window_booking;
     was delivery_window_booking;
     next_status text;
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
     if b.status in ('held', 'released') then
       return delivery_window_result('gone', b);
     end if;
     next_status := coalesce(facts ->> 'status', b.status);
     was := b;
     begin
       update delivery_window_booking
          set status = next_status,
              expected_at = case when jsonb_exists(facts, 'expected_at')
                then (facts ->> 'expected_at')::timestamptz
                else expected_at end,
              delivered_at = case when jsonb_exists(facts, 'delivered_at')
                then (facts ->> 'delivered_at')::timestamptz
                else delivered_at end,
              late_minutes = case when jsonb_exists(facts, 'late_minutes')
                then (facts ->> 'late_minutes')::integer
                else late_minutes end,
              updated_at = now()
        where id = of_booking returning * into b;
     exception when unique_violation then
       return delivery_window_result('already_booked', was);
     end;
     update delivery_window
        set booked = booked
              + case when b.status in ${ACTIVE} then b.units else 0 end
              - case when was.status in ${ACTIVE} then b.units else 0 end
      where id = b.window_id
        and (b.status in ${ACTIVE}) <> (was.status in ${ACTIVE});
     if b.status <> was.status or b.expected_at is distinct from was.expected_at
        or b.delivered_at is distinct from was.delivered_at then
       perform delivery_window_note(b.id, b.status, facts, actor, moment);
     end if;
     return delivery_window_result(null, b);
   end`,
]

const EXPIRE: SqlFunction = [
  // Ends what has run out in so many windows; those in use take care of it.
  `delivery_window_expire(most integer, ahead_ms double precision)
     returns integer language plpgsql`,
  `declare
     moment timestamptz := delivery_window_at(ahead_ms);
     of_window text;
     freed integer := 0;
   begin
     for of_window in
       select id from delivery_window
        where id in (select window_id from delivery_window_booking
                      where status = 'held' and held_until <= moment
                      order by held_until limit most)
        order by id for update skip locked
     loop
       freed := freed + delivery_window_end_holds(of_window, moment);
     end loop;
     return freed;
   end`,
]

const FUNCTIONS = [
  ...PARTS,
  HOLD,
  CONFIRM,
  BOOK,
  MOVE,
  MOVE_MANY,
  RELEASE,
  MARK,
  EXPIRE,
]

/** How places are taken, moved and given back. */
export class Migration20261128100500 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`drop type if exists delivery_window_answer cascade`)
    this.addSql(
      `create type delivery_window_answer
           as (refused text, booking delivery_window_booking)`
    )
    for (const [signature, body] of FUNCTIONS) {
      this.addSql(`create or replace function ${signature} as $$ ${body} $$`)
    }
  }

  override async down(): Promise<void> {
    for (const [signature] of [...FUNCTIONS].reverse()) {
      const [name = ""] = signature.split("(")
      this.addSql(`drop function if exists ${name} cascade`)
    }
    this.addSql(`drop type if exists delivery_window_answer`)
  }
}
