import { CalendarError, quoted } from "./calendar-error"
import type { WallWindow } from "./schedule"

const MINUTE_MS = 60_000
const DAY_MINUTES = 24 * 60

/** Enough for one per hour. The limit bounds a calendar's memory use. */
const MOST_WINDOWS_A_DAY = 24

/** Parses the windows of one day. `field` is their path in the definition. */
export function parseWindows(value: unknown, field: string): WallWindow[] {
  if (!Array.isArray(value)) {
    throw new CalendarError(
      "invalid_definition",
      field,
      `is ${quoted(value)}; it may be a list of windows such as [["09:00","18:00"]], or [] for a day without any`
    )
  }
  if (value.length > MOST_WINDOWS_A_DAY) {
    throw new CalendarError(
      "invalid_definition",
      field,
      `has ${value.length} windows; a day may have at most ${MOST_WINDOWS_A_DAY}`
    )
  }
  return value.map((window: unknown, index) =>
    parseWindow(window, `${field}[${index}]`)
  )
}

function parseWindow(value: unknown, field: string): WallWindow {
  if (!Array.isArray(value) || value.length !== 2) {
    throw new CalendarError(
      "invalid_definition",
      field,
      `is ${quoted(value)}; a window is a start and an end such as ["09:00","18:00"]`
    )
  }
  const [startText, endText]: unknown[] = value
  const start = minutesAfterMidnight(startText)
  if (start === undefined || start === DAY_MINUTES) {
    throw wrongTime(field, "start", startText, "23:59")
  }
  const end = minutesAfterMidnight(endText)
  if (end === undefined) {
    throw wrongTime(field, "end", endText, "24:00")
  }
  return {
    start: start * MINUTE_MS,
    end: (end <= start ? end + DAY_MINUTES : end) * MINUTE_MS,
  }
}

function minutesAfterMidnight(value: unknown): number | undefined {
  if (value === "24:00") return DAY_MINUTES
  if (typeof value !== "string") return undefined
  if (!/^([01]\d|2[0-3]):[0-5]\d$/.test(value)) return undefined
  return Number(value.slice(0, 2)) * 60 + Number(value.slice(3))
}

function wrongTime(
  field: string,
  side: "start" | "end",
  value: unknown,
  latest: string
): CalendarError {
  return new CalendarError(
    "invalid_definition",
    field,
    `its ${side} is ${quoted(value)}; a time is written HH:MM, here from "00:00" to "${latest}"`
  )
}
