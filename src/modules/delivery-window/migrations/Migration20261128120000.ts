import { Migration } from "@medusajs/framework/mikro-orm/migrations"

const TIMES = `created_at timestamptz not null default now(),
        updated_at timestamptz not null default now(),
        deleted_at timestamptz`

/** What is known of deliveries on their way, and what customers were told. */
export class Migration20261128120000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`
      create table if not exists delivery_window_report (
        id text not null primary key,
        message_id text not null,
        source text not null,
        order_id text not null,
        booking_id text,
        tracking_number text,
        kind text not null,
        observed_at timestamptz not null,
        expected_at timestamptz,
        delivered_at timestamptz,
        reason text,
        proof text,
        is_news boolean not null,
        ${TIMES}
      )`)
    // A report that is sent twice says nothing new.
    this.addSql(`
      create unique index if not exists "IDX_delivery_window_report_message"
        on delivery_window_report (source, message_id)`)
    this.addSql(`
      create index if not exists "IDX_delivery_window_report_order"
        on delivery_window_report (order_id, observed_at)`)

    this.addSql(`
      create table if not exists delivery_window_progress (
        booking_id text not null primary key,
        order_id text not null,
        window_id text not null,
        observed_by text,
        observed_at timestamptz,
        expected_at timestamptz,
        on_the_way_at timestamptz,
        failed_at timestamptz,
        failed_reason text,
        delivered_at timestamptz,
        proof text,
        is_past boolean not null default false,
        next_at timestamptz,
        version integer not null default 0,
        synced_version integer not null default 0,
        ${TIMES}
      )`)
    this.addSql(`
      create index if not exists "IDX_delivery_window_progress_next"
        on delivery_window_progress (next_at) where next_at is not null`)
    this.addSql(`
      create index if not exists "IDX_delivery_window_progress_to_sync"
        on delivery_window_progress (updated_at)
        where version <> synced_version`)

    this.addSql(`
      create table if not exists delivery_window_promise (
        id text not null primary key,
        booking_id text not null,
        order_id text not null,
        window_id text not null,
        kind text not null,
        from_at timestamptz,
        to_at timestamptz not null,
        channel text,
        told_at timestamptz,
        kept boolean,
        replaced_at timestamptz,
        message text not null,
        not_sent text,
        sequence integer not null default 0,
        ${TIMES}
      )`)
    // Of one window there is one promise, however many instances notice it.
    this.addSql(`
      create unique index if not exists "IDX_delivery_window_promise_agreed"
        on delivery_window_promise (booking_id)
        where kind = 'agreed' and replaced_at is null`)
    this.addSql(`
      create index if not exists "IDX_delivery_window_promise_booking"
        on delivery_window_promise (booking_id, created_at)`)
    this.addSql(`
      create index if not exists "IDX_delivery_window_promise_order"
        on delivery_window_promise (order_id, created_at)`)
    this.addSql(`
      create index if not exists "IDX_delivery_window_promise_told"
        on delivery_window_promise (told_at) where told_at is not null`)

    this.addSql(`
      create table if not exists delivery_window_text (
        id text not null primary key,
        kind text not null,
        language text not null,
        subject text not null,
        body text not null,
        actor_id text,
        ${TIMES}
      )`)

    this.addSql(`
      create table if not exists delivery_window_outbox (
        id text not null primary key,
        kind text not null,
        name text not null,
        data jsonb not null,
        attempts integer not null default 0,
        next_attempt_at timestamptz,
        ${TIMES}
      )`)
    this.addSql(`
      create index if not exists "IDX_delivery_window_outbox_waiting"
        on delivery_window_outbox (created_at)`)

    this.addSql(`
      create table if not exists delivery_window_mark (
        name text not null primary key,
        position timestamptz not null,
        ${TIMES}
      )`)
    // Read at every tick, by what has changed since the one before.
    this.addSql(`
      create index if not exists "IDX_delivery_window_booking_changed"
        on delivery_window_booking (updated_at)`)
  }

  override async down(): Promise<void> {
    this.addSql(`drop index if exists "IDX_delivery_window_booking_changed"`)
    for (const table of [
      "mark",
      "outbox",
      "text",
      "promise",
      "progress",
      "report",
    ]) {
      this.addSql(`drop table if exists delivery_window_${table}`)
    }
  }
}
