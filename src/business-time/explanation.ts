import type { Weekday } from "./definition"

/** Why the calendar is closed. */
export type ClosedReason =
  /** Before, between or after the weekly windows of days that have some. */
  | { readonly type: "outside_hours" }
  /** These weekdays, in order of occurrence, have no windows. */
  | {
      readonly type: "no_windows_on_weekday"
      readonly weekdays: readonly Weekday[]
    }
  /** An exception on this date has no windows, or different ones. */
  | {
      readonly type: "exception"
      readonly date: string
      readonly label: string | null
      /**
       * Whether the exception has windows. If so, this span lies outside them.
       */
      readonly special_hours: boolean
    }

/**
 * Both ends are ISO instants in UTC. `seconds` is the elapsed time between
 * them.
 */
interface Span {
  readonly start: string
  readonly end: string
  readonly seconds: number
}

export type ExplainedSpan =
  | (Span & { readonly type: "open" })
  | (Span & { readonly type: "closed"; readonly reason: ClosedReason })

/**
 * How `add(start, seconds)` gets its result, as data for a UI to put into
 * words. It can be serialized as JSON without loss.
 */
export interface Explanation {
  readonly time_zone: string
  /** The start, and the business seconds added to it. */
  readonly start: string
  readonly seconds: number
  /** The result of `add`; before `start` if `seconds` is negative. */
  readonly end: string
  /**
   * The time between the two, in chronological order and without gaps. Open
   * spans count in full, closed spans not at all. Empty if `end` is `start`.
   */
  readonly spans: readonly ExplainedSpan[]
}
