import { Temporal } from "temporal-polyfill"

/**
 * A calendar date, as days since 1970-01-01. It has no time zone and no fixed
 * length: those come from the zone's clock.
 */
export type LocalDate = number

export const DAY_MS = 86_400_000

/** 1970-01-01 was a Thursday, three days after a Monday. */
const FIRST_WEEKDAY = 3

/** Position in `WEEKDAYS`, where Monday is 0. */
export function weekdayOf(date: LocalDate): number {
  return (((date + FIRST_WEEKDAY) % 7) + 7) % 7
}

/** `undefined` if the text is not YYYY-MM-DD, or the date does not exist. */
export function parseLocalDate(text: string): LocalDate | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return undefined
  const date = Date.parse(`${text}T00:00:00Z`) / DAY_MS
  // Date.parse reads 2026-02-30 as 2 March.
  return formatLocalDate(date) === text ? date : undefined
}

/**
 * The date of a moment in a time zone: YYYY-MM-DD, which sorts as text in the
 * order of dates.
 *
 * @example localDateAt(new Date("2026-11-27T22:30Z"), "Europe/Kyiv")
 * // "2026-11-28"
 */
export function localDateAt(at: Date, time_zone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(at.getTime())
    .toZonedDateTimeISO(time_zone)
    .toPlainDate()
    .toString()
}

export function formatLocalDate(date: LocalDate): string {
  return Number.isFinite(date)
    ? new Date(date * DAY_MS).toISOString().slice(0, 10)
    : ""
}
