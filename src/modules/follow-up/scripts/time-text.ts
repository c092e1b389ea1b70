import { localDateAt } from "../../../business-time"

const DAY_MS = 24 * 3_600_000

/** How a time is formatted, and in which time zone. */
export type Telling = {
  /** A language tag. */
  language: string
  time_zone: string
  /** Whether to name the zone, because it is not the reader's own. */
  with_zone?: boolean
}

/**
 * A moment in words: the weekday, or today, tomorrow or yesterday, and the
 * time.
 *
 * @example timeText(at, now, { language: "uk", time_zone: "Europe/Kyiv" })
 * // "завтра, 09:20"
 */
export function timeText(at: Date, now: Date, telling: Telling): string {
  const days = dayOf(at, telling) - dayOf(now, telling)
  const time = clockText(at, telling)
  if (Math.abs(days) <= 1) {
    const day = new Intl.RelativeTimeFormat(spoken(telling.language), {
      numeric: "auto",
    }).format(days, "day")
    return `${day}, ${time}`
  }
  const date = new Intl.DateTimeFormat(spoken(telling.language), {
    timeZone: telling.time_zone,
    weekday: "long",
    day: "numeric",
    month: "long",
  }).format(at)
  return `${date}, ${time}`
}

/** The time of day, 00:00 to 23:59. */
export function clockText(
  at: Date,
  { language, time_zone, with_zone = false }: Telling
): string {
  return new Intl.DateTimeFormat(spoken(language), {
    timeZone: time_zone,
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
    ...(with_zone && { timeZoneName: "short" }),
  }).format(at)
}

/** English without a country is taken as European, with the day first. */
function spoken(language: string): string {
  return language === "en" ? "en-GB" : language
}

/** The local date, as days since 1970. */
function dayOf(at: Date, { time_zone }: Telling): number {
  return Date.parse(localDateAt(at, time_zone)) / DAY_MS
}
