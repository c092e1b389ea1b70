const DAY_MS = 24 * 3_600_000

/** Where and how a time is told. */
export type Telling = {
  /** A language tag. */
  language: string
  time_zone: string
  /** Whether the zone is said, too: it is not the one of who reads it. */
  with_zone?: boolean
}

/**
 * A moment as one tells it to somebody: the day by its name, or today,
 * tomorrow and yesterday by that.
 *
 * @example timeText(at, now, { language: "uk", time_zone: "Europe/Kyiv" })
 * // "завтра, 09:20"
 */
export function timeText(at: Date, now: Date, telling: Telling): string {
  const days = localDay(at, telling) - localDay(now, telling)
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

/** What a clock on the wall says, 00:00 to 23:59. */
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

/** English without a country is that of Europe, where the day comes first. */
function spoken(language: string): string {
  return language === "en" ? "en-GB" : language
}

/** The local date, as days since 1970. */
function localDay(at: Date, { time_zone }: Telling): number {
  const parts = new Intl.DateTimeFormat("en-CA", {
    timeZone: time_zone,
  }).format(at)
  return Date.parse(parts) / DAY_MS
}
