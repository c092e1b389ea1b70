import type { CalendarOf } from "../../rules/calendars/calendars"

import type { ClockRun } from "../task"

/**
 * When a task's past runs had counted so many business seconds: a moment at
 * which the clock ran, in the hours that were kept then. Null where they
 * counted fewer.
 */
export function reachedAt(
  runs: readonly ClockRun[],
  seconds: number,
  calendarOf: CalendarOf
): Date | null {
  let before = 0
  for (const run of runs) {
    const after = toMilliseconds(before + run.seconds)
    if (after >= seconds) {
      return calendarOf(run).add(
        new Date(run.from),
        toMilliseconds(seconds - before)
      )
    }
    before = after
  }
  return null
}

/** Business seconds that a task's past runs had counted by a moment between them. */
export function bankedBy(runs: readonly ClockRun[], moment: Date): number {
  return toMilliseconds(
    runs
      .filter(({ until }) => new Date(until) <= moment)
      .reduce((sum, { seconds }) => sum + seconds, 0)
  )
}

/** A `Date` counts milliseconds; sums of fractions must not drift from them. */
export function toMilliseconds(seconds: number): number {
  return Math.round(seconds * 1000) / 1000
}
