import { type Weekday, WEEKDAYS } from "./definition"
import type { ClosedReason } from "./explanation"
import {
  DAY_MS,
  formatLocalDate,
  type LocalDate,
  weekdayOf,
} from "./local-date"
import type { OpenWindow } from "./open-windows"
import type { Schedule } from "./schedule"
import { ZoneClock } from "./zone-clock"

export interface ClosedSpan {
  readonly start: number
  readonly end: number
  readonly reason: ClosedReason
}

/**
 * The time from `from` to `to` outside `windows`, split by local date into
 * spans with one reason each. A reason that continues over several dates (a
 * night, a weekend) stays one span.
 */
export function closedSpans(
  schedule: Schedule,
  windows: readonly OpenWindow[],
  from: number,
  to: number
): ClosedSpan[] {
  const clock = ZoneClock.over(schedule.time_zone, from - DAY_MS, to + DAY_MS)
  const spans: ClosedSpan[] = []
  let start = from
  for (const { open, close } of [...windows, { open: to, close: to }]) {
    spans.push(...spansOfGap(schedule, clock, start, open))
    start = close
  }
  return spans
}

function spansOfGap(
  schedule: Schedule,
  clock: ZoneClock,
  from: number,
  to: number
): ClosedSpan[] {
  const spans: ClosedSpan[] = []
  let start = from
  let date = clock.dateOf(from)
  for (; start < to; date++) {
    // If a clock is set back across midnight, a date appears again after the
    // next one has begun. That hour is counted with the later date.
    const end = Math.min(to, clock.startOf(date + 1))
    if (end <= start) continue
    const reason = reasonOn(schedule, date)
    const last = spans[spans.length - 1]
    const both = last && combined(last.reason, reason)
    if (last && both) {
      spans[spans.length - 1] = { start: last.start, end, reason: both }
    } else {
      spans.push({ start, end, reason })
    }
    start = end
  }
  return spans
}

function reasonOn(schedule: Schedule, date: LocalDate): ClosedReason {
  const exception = schedule.exceptions.get(date)
  if (exception) {
    return {
      type: "exception",
      date: formatLocalDate(date),
      label: exception.label,
      special_hours: exception.windows.length > 0,
    }
  }
  const weekday = WEEKDAYS[weekdayOf(date)]
  const isWeekdayClosed = schedule.weekly[weekdayOf(date)]?.length === 0
  return weekday && isWeekdayClosed
    ? { type: "no_windows_on_weekday", weekdays: [weekday] }
    : { type: "outside_hours" }
}

/** A reason that covers two consecutive spans, if there is one. */
function combined(a: ClosedReason, b: ClosedReason): ClosedReason | undefined {
  if (a.type === "outside_hours" && b.type === "outside_hours") return a
  if (
    a.type === "no_windows_on_weekday" &&
    b.type === "no_windows_on_weekday"
  ) {
    return { type: a.type, weekdays: eachOnce([...a.weekdays, ...b.weekdays]) }
  }
  return undefined
}

function eachOnce(weekdays: readonly Weekday[]): Weekday[] {
  return [...new Set(weekdays)]
}
