import type { Explanation } from "./explanation"

/**
 * A compiled business calendar. It answers for instants from 1900 up to 2200,
 * whatever the time zone of the machine that it runs on.
 *
 * Seconds are real ones: a day on which the clocks go back has 25 hours. A
 * `Date` counts milliseconds, so a duration is rounded to whole milliseconds,
 * and to that precision `between(s, add(s, d))` is `d`.
 *
 * Every method throws a `CalendarError` for a date or a duration that is not
 * one (`invalid_argument`), for instants outside those years (`out_of_range`),
 * and when a calendar that has exceptions only has no opening left that the
 * answer needs (`no_opening_left`).
 */
export interface BusinessCalendar {
  /**
   * The instant by which `seconds` of business time have passed since `start`.
   *
   * A duration that exactly uses up a window ends at that window's close; a
   * negative one walks back, and ends at a window's opening if it exactly uses
   * it up. Zero is `start` itself if the calendar is open then, and the next
   * opening if it is not.
   *
   * @example
   * // Mon-Fri 09:00-18:00: twenty minutes from Tuesday 17:52 is Wednesday 09:12
   * calendar.add(placedAt, 20 * 60)
   */
  add(start: Date, seconds: number): Date

  /**
   * Business seconds that pass from `start` to `end`, with milliseconds as
   * decimals; negative if `end` is the earlier one.
   */
  between(start: Date, end: Date): number

  /** Whether the calendar is open. It is at an opening, and is not at a closing. */
  isOpen(at: Date): boolean

  /** `at` itself if the calendar is open then; else when it opens next. */
  nextOpening(at: Date): Date

  /**
   * The open time from `from` to `to`, in order and cut off at both, so that
   * it adds up to `between(from, to)`. Windows that overlap or touch are one.
   */
  windows(from: Date, to: Date): { start: Date; end: Date }[]

  /**
   * How `add(start, seconds)` comes to its result: the open spans that it
   * counts and the closed ones that it skips, each with its reason.
   */
  explain(start: Date, seconds: number): Explanation
}
