import { wallClock } from "../../clock/zoned"

const DAY_MS = 86_400_000

/** Formats whole days since the epoch as YYYY-MM-DD. */
export function dayText(day: number): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10)
}

/** The inverse of `dayText`; NaN if it is not a date. */
export function dayNumber(date: string): number {
  return Math.floor(Date.parse(`${date}T00:00:00Z`) / DAY_MS)
}

/** The local date at a moment. */
export function localDate(at: number, timeZone: string): string {
  const wall = wallClock(at, timeZone) ?? wallClock(at, "UTC")
  return dayText(wall?.day ?? 0)
}

/** A date in words; it has no time zone. */
export function dateWords(
  date: string,
  locale: string,
  options: Intl.DateTimeFormatOptions
): string {
  const at = Date.parse(`${date}T00:00:00Z`)
  return Number.isNaN(at)
    ? date
    : new Intl.DateTimeFormat(locale, { ...options, timeZone: "UTC" }).format(
        at
      )
}

/** A date range without repeating shared parts: `Nov 23 – 29`. */
export function dateRange(from: string, to: string, locale: string): string {
  return new Intl.DateTimeFormat(locale, {
    day: "numeric",
    month: "short",
    timeZone: "UTC",
  }).formatRange(Date.parse(`${from}T00:00:00Z`), Date.parse(`${to}T00:00:00Z`))
}
