/**
 * What the benchmark calls in each library. All run in UTC, the only setting
 * that all three share, and on whole minutes, because the others count nothing
 * smaller.
 */
export interface Calculator {
  readonly name: string
  /** From a Date to epoch milliseconds. */
  addHours(start: Date, hours: number): number
  minutesBetween(start: Date, end: Date): number
}

/**
 * Monday to Friday and Saturday, with one window a day: if a day has two
 * windows, moment-business-time counts part of the break as working time.
 */
export const WEEKDAY_HOURS = ["09:00", "18:00"] as const
export const SATURDAY_HOURS = ["10:00", "15:00"] as const
