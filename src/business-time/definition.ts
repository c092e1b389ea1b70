/**
 * In ISO order. Throughout this folder, a weekday's index is its position here.
 */
export const WEEKDAYS = [
  "monday",
  "tuesday",
  "wednesday",
  "thursday",
  "friday",
  "saturday",
  "sunday",
] as const

export type Weekday = (typeof WEEKDAYS)[number]

/**
 * Opening and closing time in wall-clock time, each "HH:MM". The end may be
 * "24:00". An end at or before the start is on the next day: `["22:00",
 * "06:00"]` is a night shift, and `["09:00", "09:00"]` lasts a day.
 */
export type WindowDefinition = readonly [start: string, end: string]

/** Replaces all windows that start on `date`. With none, the day is closed. */
export interface CalendarException {
  /** Local date, "YYYY-MM-DD". */
  readonly date: string
  readonly windows: readonly WindowDefinition[]
  /** The name of the day, such as "Christmas". */
  readonly label?: string | null
}

export interface CalendarDefinition {
  /** IANA time zone name, such as "Europe/Kyiv". */
  readonly time_zone: string
  /** A weekday that is left out has no windows. */
  readonly weekly: {
    readonly [day in Weekday]?: readonly WindowDefinition[]
  }
  readonly exceptions?: readonly CalendarException[]
}
