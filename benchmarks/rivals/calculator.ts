/**
 * What the benchmark asks of each library. All of them run in UTC, which is
 * what all three can be set to, and on whole minutes, because the others count
 * nothing smaller.
 */
export interface Calculator {
  readonly name: string
  /** From a Date to epoch milliseconds. */
  addHours(start: Date, hours: number): number
  minutesBetween(start: Date, end: Date): number
}

/**
 * Monday to Friday and Saturday, with one window a day: if there is a break
 * between two windows, moment-business-time counts part of it as working time.
 */
export const WEEKDAY_HOURS = ["09:00", "18:00"] as const
export const SATURDAY_HOURS = ["10:00", "15:00"] as const
