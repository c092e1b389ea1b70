import { newId } from "../../../postgres/new-id"
import type { Sql } from "../../../postgres/sql"
import { Refusal } from "../../../refusals"
import { insertPromises, selectPromisesOf } from "../promises/promises"
import { follow } from "./follow"
import { lockProgress, type Progress, writeProgress } from "./progress"
import { type Report, see, type Seen } from "./report"

/** How what is judged depends on the moment and the shop. */
export type Judging = {
  now: Date
  /** How far the shop's clock is ahead of the database's, in milliseconds. */
  ahead_ms: number
  lock_timeout_ms: number
  /** How long before the courier comes the customer is told. */
  minutes_before: number
}

/** What became of a report. */
export type TakenReport = {
  /** `contradicts`: another report had the same id. */
  outcome: "taken" | "repeated" | "contradicts"
  /** Null if the order has no booking. */
  booking_id: string | null
  /** Whether it told anything new. */
  is_news: boolean
}

/** Keeps a report, once, and lets the order's booking follow it. */
export async function takeReport(
  sql: Sql,
  report: Report,
  judging: Judging
): Promise<TakenReport> {
  const booking_id = await bookingOf(sql, report.order_id)
  const progress = booking_id ? await lockProgress(sql, booking_id) : null
  if (report.is_state && (await isStillSo(sql, report, progress))) {
    return { outcome: "repeated", booking_id, is_news: false }
  }
  const [inserted] = await sql.execute<{ id: string }[]>(
    `insert into delivery_window_report
            (id, message_id, source, order_id, booking_id, tracking_number,
             kind, observed_at, expected_at, delivered_at, reason, proof,
             is_news, created_at, updated_at)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, false, ?, ?)
         on conflict (source, message_id) do nothing
  returning id`,
    [
      newId("dwrep"),
      report.message_id,
      report.source,
      report.order_id,
      booking_id,
      report.tracking_number,
      report.kind,
      report.observed_at,
      report.expected_at,
      report.delivered_at,
      report.reason,
      report.proof,
      judging.now,
      judging.now,
    ]
  )
  if (!inserted) {
    return await repeated(sql, report)
  }
  if (!progress) {
    if (booking_id) {
      // It has just moved: nothing is kept, and the report comes again.
      throw new Refusal("desk_busy", {})
    }
    return { outcome: "taken", booking_id, is_news: false }
  }
  const seen = isOfEarlierVisit(report, progress)
    ? progress.seen
    : see(progress.seen, report)
  const is_news = seen !== progress.seen
  if (is_news) {
    await advance(sql, progress, seen, judging)
    await sql.execute(
      `update delivery_window_report set is_news = true where id = ?`,
      [inserted.id]
    )
  }
  return { outcome: "taken", booking_id, is_news }
}

/**
 * Whether the source said the same of the parcel last. That it is on its way is
 * said anew of a place that was taken since; that nobody was at home is not, as
 * it is about the visit before.
 */
async function isStillSo(
  sql: Sql,
  { source, order_id, tracking_number, kind }: Report,
  progress: Progress | null
): Promise<boolean> {
  const [last] = await sql.execute<{ kind: string; created_at: Date }[]>(
    `select kind, created_at from delivery_window_report
      where order_id = ? and source = ?
        and tracking_number is not distinct from ?
      order by observed_at desc, id desc limit 1`,
    [order_id, source, tracking_number]
  )
  return (
    last?.kind === kind &&
    (kind === "attempt_failed" ||
      !progress ||
      new Date(last.created_at) >= progress.taken_at)
  )
}

/** Couriers' clocks may be behind, and some tell whole seconds. */
const BEHIND_MS = 60_000

/**
 * Whether a report is about a visit that was arranged before this booking took
 * its place: when that courier meant to come, or found nobody, says nothing of
 * the one that was agreed on since.
 */
function isOfEarlierVisit(
  { kind, observed_at }: Report,
  { taken_at }: Progress
): boolean {
  return (
    (kind === "eta" || kind === "attempt_failed") &&
    observed_at.getTime() < taken_at.getTime() - BEHIND_MS
  )
}

/**
 * Lets a booking follow the time that has passed.
 *
 * @returns false for a booking that has just moved, and must be taken again
 */
export async function followTime(
  sql: Sql,
  booking_id: string,
  judging: Judging
): Promise<boolean> {
  const progress = await lockProgress(sql, booking_id)
  if (!progress) {
    return false
  }
  await advance(sql, progress, progress.seen, judging)
  return true
}

/** Writes what follows from what is known of a locked booking. */
async function advance(
  sql: Sql,
  progress: Progress,
  seen: Seen,
  { now, ahead_ms, lock_timeout_ms, minutes_before }: Judging
): Promise<void> {
  const { booking_id, order_id, window_id } = progress
  const promises = await selectPromisesOf(sql, booking_id, window_id)
  const followed = follow({
    status: progress.status,
    window: progress.window,
    seen,
    promises,
    now,
    minutes_before,
  })
  await insertPromises(
    sql,
    followed.tell.map((told) => ({ ...told, booking_id, order_id, window_id })),
    now
  )
  for (const { id, kept } of followed.judged) {
    await sql.execute(
      `update delivery_window_promise set kept = ?, updated_at = ?
        where id = ?`,
      [kept, now, id]
    )
  }
  const is_open = followed.status !== "held" && followed.status !== "released"
  if (is_open) {
    const facts = {
      status: followed.status,
      expected_at: seen.expected_at,
      delivered_at: seen.delivered_at,
      late_minutes: followed.late_minutes,
      ...(followed.status === "missed" && { reason: seen.failed_reason }),
      ...(seen.proof && { proof: seen.proof }),
    }
    await sql.execute(`select delivery_window_mark(?, ?::jsonb, null, ?, ?)`, [
      booking_id,
      JSON.stringify(facts),
      ahead_ms,
      lock_timeout_ms,
    ])
    if (seen.proof && !progress.seen.proof && progress.seen.delivered_at) {
      // The delivery was known before its proof.
      await sql.execute(
        `select delivery_window_note(?, 'proof', ?::jsonb, null, ?)`,
        [booking_id, JSON.stringify({ proof: seen.proof }), now]
      )
    }
  }
  const is_changed =
    followed.status !== progress.status ||
    followed.is_past !== progress.is_past ||
    seen.expected_at?.getTime() !== progress.seen.expected_at?.getTime() ||
    seen.failed_at?.getTime() !== progress.seen.failed_at?.getTime() ||
    seen.delivered_at?.getTime() !== progress.seen.delivered_at?.getTime()
  await writeProgress(
    sql,
    progress,
    { seen, is_past: followed.is_past, next_at: followed.next_at },
    is_changed,
    now
  )
}

/** The order's open booking, or else the last that was missed or delivered. */
async function bookingOf(sql: Sql, order_id: string): Promise<string | null> {
  const [row] = await sql.execute<{ id: string }[]>(
    `select id from delivery_window_booking
      where order_id = ?
        and status in ('confirmed', 'late', 'missed', 'delivered')
      order by status in ('confirmed', 'late') desc, taken_at desc, id desc
      limit 1`,
    [order_id]
  )
  return row?.id ?? null
}

async function repeated(sql: Sql, report: Report): Promise<TakenReport> {
  const [known] = await sql.execute<
    { booking_id: string | null; is_same: boolean }[]
  >(
    `select booking_id,
            order_id = ? and kind = ? and (? or observed_at = ?)
              and expected_at is not distinct from ?
              and delivered_at is not distinct from ? as is_same
       from delivery_window_report where source = ? and message_id = ?`,
    [
      report.order_id,
      report.kind,
      report.is_observed_as_sent ?? false,
      report.observed_at,
      report.expected_at,
      report.delivered_at,
      report.source,
      report.message_id,
    ]
  )
  return {
    outcome: known?.is_same ? "repeated" : "contradicts",
    booking_id: known?.booking_id ?? null,
    is_news: false,
  }
}
