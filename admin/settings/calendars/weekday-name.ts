import { WEEKDAYS, type Weekday } from "../../../src/business-time/definition"
import { dateWords, dayText } from "./local-day"

/** 1970-01-05 was a Monday. */
const A_MONDAY = 4

/** `Monday`, in the given language. */
export function weekdayName(
  day: Weekday,
  locale: string,
  width: "long" | "short" = "long"
): string {
  return dateWords(dayText(A_MONDAY + WEEKDAYS.indexOf(day)), locale, {
    weekday: width,
  })
}
