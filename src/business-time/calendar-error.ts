/**
 * - `invalid_definition`: a value in the definition is not what it may be
 * - `never_opens`: the definition is well formed and has no opening at all
 * - `invalid_argument`: a date or a duration that is not one
 * - `out_of_range`: outside the years that calendars are worked out for
 * - `no_opening_left`: only exceptions, and none of them is left on that side
 */
export type CalendarErrorCode =
  | "invalid_definition"
  | "never_opens"
  | "invalid_argument"
  | "out_of_range"
  | "no_opening_left"

/**
 * What is wrong with a calendar or with a question to it. `field` is the path
 * to the value at fault (`weekly.monday[1]`, `exceptions[0].date`) or the name
 * of the argument (`start`, `seconds`); `message` begins with it and says what
 * the value was and what it may be.
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
