import type { LocalDate } from "./local-date"

/**
 * A window in wall-clock time, in milliseconds after midnight of its date.
 * `end` is greater than `start`, at most 24 hours later, and is on the next day
 * for a night shift.
 */
export interface WallWindow {
  readonly start: number
  readonly end: number
}

export interface ExceptionalDay {
  readonly windows: readonly WallWindow[]
  readonly label: string | null
}

/** A validated calendar definition, in numbers. */
export interface Schedule {
  readonly time_zone: string
  /** Seven lists, starting with Monday's. */
  readonly weekly: readonly (readonly WallWindow[])[]
  readonly exceptions: ReadonlyMap<LocalDate, ExceptionalDay>
}

export function hasWeeklyWindows(schedule: Schedule): boolean {
  return schedule.weekly.some((windows) => windows.length > 0)
}
