import type { Explanation } from "./explanation"

/**
 * A compiled business calendar. It covers instants from 1900 to the end of
 * 2199, independently of the time zone of the machine.
 *
 * Seconds are elapsed seconds: a day on which clocks go back has 25 hours. A
 * `Date` has millisecond resolution, so durations are rounded to whole
 * milliseconds, and to that precision `between(s, add(s, d))` is `d`.
 *
 * Every method throws a `CalendarError` for an invalid date or duration
 * (`invalid_argument`), for instants outside those years (`out_of_range`), and
 * if a calendar that has exceptions only has no opening left that the result
 * needs (`no_opening_left`).
 */
export interface BusinessCalendar {
  /**
   * The instant by which `seconds` of business time have passed since `start`.
   *
   * A duration that exactly uses up a window ends at that window's close. A
   * negative duration walks back; if it exactly uses up a window, it ends at
   * that window's opening. Zero gives `start` itself if the calendar is open
   * then, else the next opening.
   *
   * @example
   * // Mon-Fri 09:00-18:00: twenty minutes from Tuesday 17:52 is Wednesday
   * 09:12
   * calendar.add(placedAt, 20 * 60)
   */
  add(start: Date, seconds: number): Date

  /**
   * Business seconds from `start` to `end`, with milliseconds as decimals;
   * negative if `end` is earlier.
   */
  between(start: Date, end: Date): number

  /**
   * Whether the calendar is open. Openings are inclusive, closings exclusive.
   */
  isOpen(at: Date): boolean

  /** `at` itself if the calendar is open then, else the next opening. */
  nextOpening(at: Date): Date

  /**
   * The open windows from `from` to `to`, in order and clipped to both, so that
   * they add up to `between(from, to)`. Windows that overlap or touch are
   * merged.
   */
  windows(from: Date, to: Date): { start: Date; end: Date }[]

  /**
   * How `add(start, seconds)` gets its result: the open spans that it counts,
   * and the closed spans that it skips, with their reasons.
   */
  explain(start: Date, seconds: number): Explanation
}
