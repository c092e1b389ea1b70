import type { Window } from "../../modules/delivery-window"
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
  const date = new Intl.DateTimeFormat(
    // English without a country is taken as European, with the day first.
    language === "en" ? "en-GB" : language,
    { timeZone: time_zone, weekday: "long", day: "numeric", month: "long" }
  ).format(starts_at)
  return `${date}, ${clockText(starts_at, telling)}–${clockText(ends_at, telling)}`
}
