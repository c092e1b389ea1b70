import { CalendarError } from "./calendar-error"
import { quoted } from "./filled"
import { EARLIEST, LATEST, SUPPORTED_RANGE } from "./supported-range"

/**
 * Epoch milliseconds of a date in the supported range. `field` is the name of
 * the argument.
 */
export function instantOf(date: Date, field: string): number {
  const instant = isDate(date) ? date.getTime() : NaN
  if (instant >= EARLIEST && instant < LATEST) return instant
  if (Number.isNaN(instant)) {
    throw new CalendarError(
      "invalid_argument",
      field,
      `${field}: is ${isDate(date) ? "an invalid Date" : quoted(date)}; it may be a valid Date`
    )
  }
  throw new CalendarError(
    "out_of_range",
    field,
    `${field}: is ${date.toISOString()}; calendars are worked out ${SUPPORTED_RANGE}`
  )
}

/** Rounded to whole milliseconds, the resolution of a Date. */
export function millisecondsOf(seconds: number, field: string): number {
  if (typeof seconds === "number" && Number.isFinite(seconds)) {
    return Math.round(seconds * 1000)
  }
  throw new CalendarError(
    "invalid_argument",
    field,
    `${field}: is ${quoted(seconds)}; it may be a finite number of seconds`
  )
}

function isDate(value: unknown): value is Date {
  return (
    value instanceof Date ||
    // A Date from another realm, such as a test runner's sandbox.
    Object.prototype.toString.call(value) === "[object Date]"
  )
}
