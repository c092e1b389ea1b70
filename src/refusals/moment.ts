import { isSupported, quoted, SUPPORTED_RANGE } from "../business-time"
import { Refusal, type RefusalPath } from "./refusal"

/**
 * A time that a shop's own code gives.
 *
 * @throws Refusal for what is no time, and for one too far off to calculate
 * with
 */
export function momentOf(given: Date | string, path: RefusalPath): Date {
  const moment = new Date(isWritten(given) ? given : NaN)
  refuseFarMoment(moment, given, path)
  return moment
}

/** @param given - the same as it was written, for the message */
export function refuseFarMoment(
  moment: Date,
  given: unknown,
  path: RefusalPath
): void {
  if (Number.isNaN(moment.getTime())) {
    const got = isWritten(given) ? String(given) : quoted(given)
    throw new Refusal("no_moment", { got }, path)
  }
  if (!isSupported(moment)) {
    throw new Refusal(
      "date_out_of_range",
      { was: moment, range: SUPPORTED_RANGE },
      path
    )
  }
}

/**
 * Anything else would be turned into a text or a number first, by code of the
 * input's own.
 */
function isWritten(given: unknown): given is Date | string {
  return (
    typeof given === "string" ||
    Object.prototype.toString.call(given) === "[object Date]"
  )
}
