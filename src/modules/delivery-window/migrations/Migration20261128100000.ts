import { Migration } from "@medusajs/framework/mikro-orm/migrations"

const TIMESTAMPS = `
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  deleted_at timestamptz`

const TABLES = [
  `delivery_window_template (
     id text not null primary key,
     name text not null,
     weekdays integer[] not null,
     starts_at text not null,
     ends_at text not null,
     time_zone text not null,
     service_zone_id text,
     shipping_option_ids text[] not null,
     capacity integer not null check (capacity >= 0),
     capacity_unit text not null,
     cut_off_minutes integer not null check (cut_off_minutes >= 0),
     lead_minutes integer not null check (lead_minutes >= 0),
     valid_from date,
     valid_to date,
     is_on boolean not null default true,
     ${TIMESTAMPS},
     check (service_zone_id is not null or shipping_option_ids <> '{}')
   )`,
  `delivery_window_exception (
     id text not null primary key,
     date date not null,
     template_id text,
     kind text not null check (kind in ('closed', 'capacity', 'extra')),
     capacity integer check (capacity >= 0),
     starts_at text,
     ends_at text,
     label text not null,
     ${TIMESTAMPS}
   )`,
  // Half empty pages: a booking updates its window's row in place.
  `delivery_window (
     id text not null primary key,
     template_id text not null,
     local_date date not null,
     local_start text not null,
     local_end text not null,
     time_zone text not null,
     starts_at timestamptz not null,
     ends_at timestamptz not null check (ends_at > starts_at),
     cut_off_at timestamptz not null,
     lead_minutes integer not null,
     service_zone_id text,
     shipping_option_ids text[] not null,
     capacity integer not null,
     capacity_unit text not null,
     booked integer not null default 0 check (booked >= 0),
     is_closed boolean not null default false,
     ${TIMESTAMPS}
   ) with (fillfactor = 50)`,
  `delivery_window_booking (
     id text not null primary key,
     window_id text not null,
     order_id text,
     cart_id text,
     status text not null check (status in
       ('held', 'confirmed', 'late', 'delivered', 'missed', 'released')),
     units integer not null check (units > 0),
     held_until timestamptz,
     taken_at timestamptz not null,
     expected_at timestamptz,
     delivered_at timestamptz,
     late_minutes integer,
     flag text,
     agreed_by text check (agreed_by in ('customer', 'agent')),
     actor_id text,
     overbooked_reason text,
     release_reason text,
     customer_moves integer not null default 0,
     ${TIMESTAMPS},
     check (order_id is not null or cart_id is not null)
   )`,
  `delivery_window_booking_event (
     id text not null primary key,
     booking_id text not null,
     kind text not null,
     data jsonb not null default '{}',
     actor_id text,
     occurred_at timestamptz not null,
     ${TIMESTAMPS}
   )`,
  `delivery_window_making (
     id text not null primary key,
     version integer not null,
     made_by text,
     made_from date,
     made_to date,
     ${TIMESTAMPS}
   )`,
]

const INDEXES = [
  `unique index if not exists "IDX_delivery_window_of_template"
     on delivery_window (template_id, local_date, local_start)`,
  `index if not exists "IDX_delivery_window_starts"
     on delivery_window (template_id, starts_at)`,
  // For a day's board, and for what is over.
  `index if not exists "IDX_delivery_window_time"
     on delivery_window (starts_at)`,
  `unique index if not exists "IDX_delivery_window_booking_active"
     on delivery_window_booking (order_id)
     where status in ('held', 'confirmed', 'late')`,
  `unique index if not exists "IDX_delivery_window_booking_held"
     on delivery_window_booking (cart_id) where status = 'held'`,
  `index if not exists "IDX_delivery_window_booking_order"
     on delivery_window_booking (order_id, created_at)
     where order_id is not null`,
  `index if not exists "IDX_delivery_window_booking_cart"
     on delivery_window_booking (cart_id, created_at)
     where cart_id is not null`,
  `index if not exists "IDX_delivery_window_booking_window"
     on delivery_window_booking (window_id, status)`,
  `index if not exists "IDX_delivery_window_booking_expiry"
     on delivery_window_booking (held_until) where status = 'held'`,
  `index if not exists "IDX_delivery_window_booking_flag"
     on delivery_window_booking (flag) where flag is not null`,
  `index if not exists "IDX_delivery_window_booking_event"
     on delivery_window_booking_event (booking_id, id)`,
]

/** Delivery windows, what they are made from, and who has a place in them. */
export class Migration20261128100000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`create sequence if not exists delivery_window_event_number`)
    for (const table of TABLES) {
      this.addSql(`create table if not exists ${table}`)
    }
    for (const index of INDEXES) {
      this.addSql(`create ${index}`)
    }
    this.addSql(
      `insert into delivery_window_making (id, version) values ('windows', 1)
           on conflict do nothing`
    )
  }

  override async down(): Promise<void> {
    for (const table of TABLES) {
      this.addSql(`drop table if exists ${table.split(" ")[0]}`)
    }
    this.addSql(`drop sequence if exists delivery_window_event_number`)
  }
}
