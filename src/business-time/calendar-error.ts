/**
 * - `invalid_definition`: a value in the definition is not allowed
 * - `never_opens`: the definition is well formed but has no openings
 * - `invalid_argument`: not a valid date or duration
 * - `out_of_range`: outside the supported years
 * - `no_opening_left`: the calendar has exceptions only, and none is left in
 * that direction
 */
export type CalendarErrorCode =
  | "invalid_definition"
  | "never_opens"
  | "invalid_argument"
  | "out_of_range"
  | "no_opening_left"

/**
 * An error in a calendar or in a call to it. `field` is the path to the invalid
 * value (`weekly.monday[1]`, `exceptions[0].date`) or the name of the argument
 * (`start`, `seconds`). `message` begins with `field` and says what the value
 * was and what is allowed.
 */
export class CalendarError extends Error {
  override readonly name = "CalendarError"

  constructor(
    readonly code: CalendarErrorCode,
    readonly field: string,
    message: string
  ) {
    super(message)
  }
}
