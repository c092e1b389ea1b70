import type { Sql } from "../../../postgres/sql"
import type { BookingEvent, BookingStatus } from "../booking/booking"
import { selectHistory } from "../booking/bookings"
import type { Window } from "../window"
import { failedDelays } from "../tables"
import { NOTHING_SEEN, type Report, see, type Seen } from "./report"

/** The window of a booking, by the clock and as the customer has it. */
export type FollowedWindow = Pick<
  Window,
  | "starts_at"
  | "ends_at"
  | "local_date"
  | "local_start"
  | "local_end"
  | "time_zone"
>

/** A booking that is on its way, and what is known of it. */
export type Progress = {
  booking_id: string
  order_id: string
  window_id: string
  status: BookingStatus
  /** When the place in this window was taken. */
  taken_at: Date
  window: FollowedWindow
  seen: Seen
  is_past: boolean
  version: number
  synced_version: number
}

/**
 * Locks a booking with its window, and reads what is known of it. Like all that
 * changes a window's units it locks the window first.
 *
 * @returns null for a booking of no order, and for one that has moved to
 * another window while the lock was waited for
 */
export async function lockProgress(
  sql: Sql,
  booking_id: string
): Promise<Progress | null> {
  const [was] = await sql.execute<{ window_id: string }[]>(
    `select window_id from delivery_window_booking where id = ?`,
    [booking_id]
  )
  if (!was) {
    return null
  }
  await sql.execute(`select delivery_window_lock(array[?::text])`, [
    was.window_id,
  ])
  const progress = await selectProgress(sql, booking_id)
  return progress?.window_id === was.window_id ? progress : null
}

/** What is known of a booking; null for one of no order. */
export async function selectProgress(
  sql: Sql,
  booking_id: string
): Promise<Progress | null> {
  const [row] = await sql.execute<ProgressRow[]>(
    `select b.id as booking_id, b.order_id, b.window_id, b.status,
            b.taken_at, w.starts_at, w.ends_at, w.local_date::text as local_date,
            w.local_start, w.local_end, w.time_zone,
            p.window_id as seen_in, p.observed_by, p.observed_at,
            p.expected_at, p.on_the_way_at, p.failed_at, p.failed_reason,
            p.delivered_at, p.proof, coalesce(p.is_past, false) as is_past,
            coalesce(p.version, 0) as version,
            coalesce(p.synced_version, 0) as synced_version
       from delivery_window_booking b
       join delivery_window w on w.id = b.window_id
       left join delivery_window_progress p on p.booking_id = b.id
      where b.id = ? and b.order_id is not null`,
    [booking_id]
  )
  if (!row) {
    return null
  }
  const progress = toProgress(row)
  const has_moved = row.seen_in !== null && row.seen_in !== row.window_id
  const seen = has_moved ? await seenBeforeTakenBack(sql, booking_id) : null
  return seen ? { ...progress, seen } : progress
}

/** Whoever takes back a move does so at once. */
const TAKEN_BACK_MS = 120_000

/**
 * What was seen of a booking whose last move was taken back: the courier who was
 * on the way still is. Null if it was not.
 */
async function seenBeforeTakenBack(
  sql: Sql,
  booking_id: string
): Promise<Seen | null> {
  const moves = (await selectHistory(sql, booking_id)).filter(
    ({ kind, data }) =>
      kind === "moved" && data.from_window_id !== data.window_id
  )
  let stood = moves.length
  while (isTakenBack(moves[stood - 2], moves[stood - 1])) {
    stood -= 2
  }
  if (stood === moves.length) {
    return null
  }
  const reports = await sql.execute<Report[]>(
    `select message_id, source, order_id, tracking_number, kind, observed_at,
            expected_at, delivered_at, reason, proof
       from delivery_window_report
      where booking_id = ? and is_news
        and created_at > coalesce(?::timestamptz, '-infinity')
      order by observed_at, message_id`,
    [booking_id, moves[stood - 1]?.occurred_at ?? null]
  )
  return reports.reduce(
    (seen, report) =>
      see(seen, {
        ...report,
        observed_at: new Date(report.observed_at),
        expected_at: asDate(report.expected_at),
        delivered_at: asDate(report.delivered_at),
      }),
    NOTHING_SEEN
  )
}

const isTakenBack = (away?: BookingEvent, back?: BookingEvent): boolean =>
  away !== undefined &&
  back !== undefined &&
  away.data.from_window_id === back.data.window_id &&
  new Date(back.occurred_at).getTime() - new Date(away.occurred_at).getTime() <=
    TAKEN_BACK_MS

type Row<Value> = {
  [Key in keyof Value]: Value[Key] extends Date
    ? string | Date
    : Value[Key] extends Date | null
      ? string | Date | null
      : Value[Key]
}

type ProgressRow = Omit<Progress, "window" | "seen" | "taken_at"> &
  Row<Pick<Progress, "taken_at">> &
  Row<FollowedWindow> &
  Row<Seen> & { seen_in: string | null }

function toProgress(row: ProgressRow): Progress {
  const { booking_id, order_id, window_id, status, version } = row
  const is_of_window = row.seen_in === window_id
  return {
    booking_id,
    order_id,
    window_id,
    status,
    taken_at: new Date(row.taken_at),
    window: {
      starts_at: new Date(row.starts_at),
      ends_at: new Date(row.ends_at),
      local_date: row.local_date,
      local_start: row.local_start,
      local_end: row.local_end,
      time_zone: row.time_zone,
    },
    seen: {
      ...NOTHING_SEEN,
      // What was seen before the booking moved is older than what comes now,
      // but says nothing of the new window.
      observed_by: row.observed_by,
      observed_at: asDate(row.observed_at),
      ...(is_of_window && {
        expected_at: asDate(row.expected_at),
        on_the_way_at: asDate(row.on_the_way_at),
        failed_at: asDate(row.failed_at),
        failed_reason: row.failed_reason,
        delivered_at: asDate(row.delivered_at),
        proof: row.proof,
      }),
    },
    is_past: is_of_window && row.is_past,
    version,
    synced_version: row.synced_version,
  }
}

const asDate = (at: string | Date | null) => (at === null ? null : new Date(at))

/** Writes what is known now; `is_changed` makes the desk's tasks due. */
export async function writeProgress(
  sql: Sql,
  progress: Progress,
  next: { seen: Seen; is_past: boolean; next_at: Date | null },
  is_changed: boolean,
  now: Date
): Promise<void> {
  const { seen } = next
  await sql.execute(
    `insert into delivery_window_progress
            (booking_id, order_id, window_id, observed_by, observed_at,
             expected_at, on_the_way_at, failed_at, failed_reason,
             delivered_at, proof, is_past, next_at, version, created_at,
             updated_at)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
         on conflict (booking_id) do update
        set order_id = excluded.order_id, window_id = excluded.window_id,
            observed_by = excluded.observed_by,
            observed_at = excluded.observed_at,
            expected_at = excluded.expected_at,
            on_the_way_at = excluded.on_the_way_at,
            failed_at = excluded.failed_at,
            failed_reason = excluded.failed_reason,
            delivered_at = excluded.delivered_at, proof = excluded.proof,
            is_past = excluded.is_past, next_at = excluded.next_at,
            version = delivery_window_progress.version + ?,
            updated_at = excluded.updated_at`,
    [
      progress.booking_id,
      progress.order_id,
      progress.window_id,
      seen.observed_by,
      seen.observed_at,
      seen.expected_at,
      seen.on_the_way_at,
      seen.failed_at,
      seen.failed_reason,
      seen.delivered_at,
      seen.proof,
      next.is_past,
      next.next_at,
      is_changed ? 1 : 0,
      now,
      now,
      is_changed ? 1 : 0,
    ]
  )
}

/**
 * Has bookings followed that were agreed on, moved or released: written with the
 * cause, as whoever noticed it may crash before they are. The tasks of those that
 * were followed before are due, too.
 */
export async function wakeProgress(
  sql: Sql,
  booking_ids: readonly string[],
  now: Date
): Promise<void> {
  if (booking_ids.length === 0) {
    return
  }
  await sql.execute(
    `insert into delivery_window_progress
            (booking_id, order_id, window_id, next_at, created_at, updated_at)
     select id, order_id, window_id, ?, ?, ? from delivery_window_booking
      where id in (select value from jsonb_array_elements_text(?::jsonb))
        and order_id is not null
      order by id
         on conflict (booking_id) do update
        set next_at = excluded.next_at, updated_at = excluded.updated_at,
            version = delivery_window_progress.version + 1`,
    [now, now, now, JSON.stringify(booking_ids)]
  )
}

/** Bookings of which something follows now, longest due first. */
export async function selectDue(
  sql: Sql,
  limit: number,
  now: Date
): Promise<string[]> {
  const rows = await sql.execute<{ booking_id: string }[]>(
    `select booking_id from delivery_window_progress
      where next_at <= ? order by next_at limit ?`,
    [now, limit]
  )
  return rows.map(({ booking_id }) => booking_id)
}

/** A booking that could not follow the time lets others go first. */
export async function postponeDue(
  sql: Sql,
  booking_id: string,
  now: Date
): Promise<void> {
  await sql.execute(
    `update delivery_window_progress
        set next_at = ?::timestamptz + interval '1 minute'
      where booking_id = ?`,
    [now, booking_id]
  )
}

/** What the failed records are of. */
const DELAY = "delay"

/** Of those looked at once, so many may have failed before. */
const RETRIED = 10

/**
 * Bookings whose tasks do not fit what is known. Those that have failed wait for
 * their turn to be retried, so that they hold up no others.
 */
export async function selectToSync(
  sql: Sql,
  limit: number,
  now: Date
): Promise<string[]> {
  const rows = await sql.execute<{ booking_id: string }[]>(
    `select booking_id from delivery_window_progress
      where version <> synced_version
        and not exists (select from delivery_window_failed_record
                         where record_id = booking_id)
      order by updated_at limit ?`,
    [limit]
  )
  const retried = await failedDelays.list(sql, DELAY, RETRIED, now)
  return [...rows.map(({ booking_id }) => booking_id), ...retried]
}

/** Keeps a booking whose tasks could not be made to fit, to be retried. */
export async function keepFailed(
  sql: Sql,
  booking_id: string,
  now: Date
): Promise<void> {
  await failedDelays.keep(sql, DELAY, [booking_id], now)
}

/**
 * Notes that the tasks fit this version of what is known.
 *
 * @param progress - without a version, whatever is known
 */
export async function markSynced(
  sql: Sql,
  { booking_id, version }: { booking_id: string; version: number | null }
): Promise<void> {
  await sql.execute(
    `update delivery_window_progress
        set synced_version = coalesce(?::integer, version)
      where booking_id = ?`,
    [version, booking_id]
  )
  await failedDelays.forget(sql, [booking_id])
}
