/** In ISO order: the position of a weekday here is its index everywhere in this folder. */
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
 * Opening and closing time by the wall clock, each "HH:MM". The end may be
 * "24:00"; an end at or before the start means the next day, so that
 * `["22:00", "06:00"]` is a night shift and `["09:00", "09:00"]` lasts a day.
 */
export type WindowDefinition = readonly [start: string, end: string]

/** Replaces every window that would start on `date`; no windows means closed. */
export interface CalendarException {
  /** Local date, "YYYY-MM-DD". */
  readonly date: string
  readonly windows: readonly WindowDefinition[]
  /** What people call the day, such as "Christmas". */
  readonly label?: string | null
}

export interface CalendarDefinition {
  /** IANA time zone name, such as "Europe/Kyiv". */
  readonly time_zone: string
  /** A weekday that is missing is a day without windows. */
  readonly weekly: {
    readonly [day in Weekday]?: readonly WindowDefinition[]
  }
  readonly exceptions?: readonly CalendarException[]
}
