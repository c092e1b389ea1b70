import type { LocalDate } from "./local-date"

/**
 * A window by the wall clock, in milliseconds after the midnight with which
 * its date begins. `end` is above `start` and reaches into the next day for a
 * night shift: at most 24 hours after `start`.
 */
export interface WallWindow {
  readonly start: number
  readonly end: number
}

export interface ExceptionalDay {
  readonly windows: readonly WallWindow[]
  readonly label: string | null
}

/** A calendar definition, checked and in numbers. */
export interface Schedule {
  readonly time_zone: string
  /** Seven lists, Monday's first. */
  readonly weekly: readonly (readonly WallWindow[])[]
  readonly exceptions: ReadonlyMap<LocalDate, ExceptionalDay>
}

export function hasWeeklyWindows(schedule: Schedule): boolean {
  return schedule.weekly.some((windows) => windows.length > 0)
}
