/**
 * What the benchmark asks of each library. All work in UTC, because that is
 * what all three can be told, and on whole minutes, because the rivals count no
 * less.
 */
export interface Calculator {
  readonly name: string
  /** From a Date to epoch milliseconds. */
  addHours(start: Date, hours: number): number
  minutesBetween(start: Date, end: Date): number
}

/**
 * Monday to Friday and Saturday. One window a day: where there is a break
 * between two, moment-business-time counts some of it as working time.
 */
export const WEEKDAY_HOURS = ["09:00", "18:00"] as const
export const SATURDAY_HOURS = ["10:00", "15:00"] as const
