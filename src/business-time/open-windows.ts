import { DAY_MS, type LocalDate, weekdayOf } from "./local-date"
import type { Schedule, WallWindow } from "./schedule"
import { ZoneClock } from "./zone-clock"

/** A span of open time, in epoch milliseconds. `close` is exclusive. */
export interface OpenWindow {
  readonly open: number
  readonly close: number
}

/**
 * How far outside a range the date of a window in it may be: a window lasts up
 * to a day in wall-clock time, and zones have moved their clocks by up to
 * another day.
 */
const REACH_MS = 3 * DAY_MS

/**
 * The calendar's open windows from `from` to `to`, sorted and clipped to both.
 * Windows that overlap or touch are merged.
 */
export function openWindows(
  schedule: Schedule,
  from: number,
  to: number
): OpenWindow[] {
  const clock = ZoneClock.over(
    schedule.time_zone,
    from - REACH_MS,
    to + REACH_MS
  )
  const last = Math.floor((to + REACH_MS) / DAY_MS)
  const windows: OpenWindow[] = []
  for (
    let date = Math.floor((from - REACH_MS) / DAY_MS);
    date <= last;
    date++
  ) {
    const starting = windowsStartingOn(schedule, date)
    if (starting.length === 0 || !clock.hasDate(date)) continue
    for (const { start, end } of starting) {
      const midnight = date * DAY_MS
      const open = Math.max(from, clock.instantOf(midnight + start))
      const close = Math.min(to, clock.instantOf(midnight + end))
      // A change of offset can make a window empty.
      if (open < close) windows.push({ open, close })
    }
  }
  return merged(windows)
}

function windowsStartingOn(
  schedule: Schedule,
  date: LocalDate
): readonly WallWindow[] {
  const exception = schedule.exceptions.get(date)
  return exception?.windows ?? schedule.weekly[weekdayOf(date)] ?? []
}

function merged(windows: OpenWindow[]): OpenWindow[] {
  windows.sort((a, b) => a.open - b.open)
  const result: OpenWindow[] = []
  let last: OpenWindow | undefined
  for (const window of windows) {
    if (last === undefined || window.open > last.close) {
      result.push((last = window))
    } else if (window.close > last.close) {
      result[result.length - 1] = last = {
        open: last.open,
        close: window.close,
      }
    }
  }
  return result
}
