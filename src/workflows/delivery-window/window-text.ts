import { closingTime, type Window } from "../../modules/delivery-window"
import { clockText, type Telling } from "../../modules/follow-up"

/**
 * A window in words, as the customer's clock shows it.
 *
 * @example windowText(window, "en") // "Friday, 28 November, 14:00–16:00"
 */
export function windowText(
  {
    starts_at,
    ends_at,
    time_zone,
  }: Pick<Window, "starts_at" | "ends_at" | "time_zone">,
  language: string
): string {
  const telling: Telling = { language, time_zone }
  const hours = hoursText({ starts_at, ends_at }, telling)
  return `${dayText(starts_at, telling)}, ${hours}`
}

/** The hours of a window, as the customer's clock shows them. */
export const hoursText = (
  { starts_at, ends_at }: Pick<Window, "starts_at" | "ends_at">,
  telling: Telling
): string => `${clockText(starts_at, telling)}–${endText(ends_at, telling)}`

/**
 * When a window ends. Midnight is the 24:00 of the day that is over, as in the
 * dashboard: "by 00:00 on Friday" could also be the night before.
 */
export const endText = (ends_at: Date, telling: Telling): string =>
  closingTime(clockText(ends_at, telling))

/**
 * Windows in words, one after the other: the day is said once.
 *
 * @example windowTexts(windows, "en") // ["Friday, 28 November, 14:00–16:00", "16:00–18:00"]
 */
export const windowTexts = (
  windows: readonly Pick<Window, "starts_at" | "ends_at" | "time_zone">[],
  language: string
): string[] =>
  windows.map((window, index) => {
    const before = windows[index - 1]
    const telling: Telling = { language, time_zone: window.time_zone }
    return before &&
      dayText(before.starts_at, { ...telling, time_zone: before.time_zone }) ===
        dayText(window.starts_at, telling)
      ? hoursText(window, telling)
      : windowText(window, language)
  })

/**
 * A local date in words.
 *
 * @example dateText("2026-11-28", "en") // "Saturday 28 November"
 */
export function dateText(date: string, language: string): string {
  return dayText(new Date(date), { language, time_zone: "UTC" })
}

/** The day of a moment, unless it is the one on which it is told; then empty. */
export function otherDayText(at: Date, now: Date, telling: Telling): string {
  const day = dayText(at, telling)
  return day === dayText(now, telling) ? "" : day
}

/** The local date of a moment in words. */
export function dayText(at: Date, { language, time_zone }: Telling): string {
  // English without a country is taken as European, with the day first.
  return new Intl.DateTimeFormat(language === "en" ? "en-GB" : language, {
    timeZone: time_zone,
    weekday: "long",
    day: "numeric",
    month: "long",
  }).format(at)
}
