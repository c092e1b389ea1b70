import type { Weekday } from "./definition"

/** Why the calendar is closed for a while. */
export type ClosedReason =
  /** Before, between or after the weekly windows of days that have some. */
  | { readonly type: "outside_hours" }
  /** These weekdays, in the order in which they come, have no windows. */
  | {
      readonly type: "no_windows_on_weekday"
      readonly weekdays: readonly Weekday[]
    }
  /** The exception of this date leaves no windows, or other ones. */
  | {
      readonly type: "exception"
      readonly date: string
      readonly label: string | null
      /** Whether it has windows of its own, outside which this span lies. */
      readonly special_hours: boolean
    }

/** Both ends are ISO instants in UTC; `seconds` is real time between them. */
interface Span {
  readonly start: string
  readonly end: string
  readonly seconds: number
}

export type ExplainedSpan =
  | (Span & { readonly type: "open" })
  | (Span & { readonly type: "closed"; readonly reason: ClosedReason })

/**
 * How `add(start, seconds)` comes to its result, as facts for a UI to put into
 * words. It survives JSON unchanged.
 */
export interface Explanation {
  readonly time_zone: string
  /** The instant asked about, and the business seconds added to it. */
  readonly start: string
  readonly seconds: number
  /** What `add` returns; before `start` when `seconds` is negative. */
  readonly end: string
  /**
   * What lies between the two, in order of time and without holes: each open
   * span is counted in full, each closed one not at all. Empty if `end` is
   * `start`.
   */
  readonly spans: readonly ExplainedSpan[]
}
