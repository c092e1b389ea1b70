import { CalendarError, quoted } from "./calendar-error"
import { WEEKDAYS } from "./definition"
import { DAY_MS, type LocalDate, parseLocalDate } from "./local-date"
import { parseWindows } from "./parse-windows"
import type { ExceptionalDay, Schedule } from "./schedule"
import { EARLIEST, LATEST, SUPPORTED_RANGE } from "./supported-range"
import { Temporal } from "temporal-polyfill"

/**
 * Validates a definition that may come from a database, a request or an options
 * file, whatever its type says, and copies it, so that later changes to the
 * input have no effect. Unknown keys (an id, a name) are ignored.
 *
 * @throws CalendarError for the first error
 */
export function parseDefinition(definition: unknown): Schedule {
  if (!isRecord(definition)) {
    throw invalid(
      "definition",
      `is ${quoted(definition)}; a calendar is an object with time_zone, weekly and exceptions`
    )
  }
  return {
    time_zone: parseTimeZone(definition.time_zone),
    weekly: parseWeekly(definition.weekly),
    exceptions: parseExceptions(definition.exceptions),
  }
}

function parseTimeZone(value: unknown): string {
  if (typeof value !== "string" || !isZoneName(value)) {
    throw invalid(
      "time_zone",
      `is ${quoted(value)}; it may be an IANA time zone name such as "Europe/Kyiv" or "America/New_York"`
    )
  }
  return value
}

function isZoneName(value: string): boolean {
  // Temporal also accepts "+02:00", which has no daylight saving time, and
  // instants. It rejects old abbreviations such as "PST", which Intl accepts.
  if (!/^[A-Za-z]/.test(value)) return false
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(value)
    return true
  } catch {
    return false
  }
}

function parseWeekly(value: unknown): Schedule["weekly"] {
  if (!isRecord(value)) {
    throw invalid(
      "weekly",
      `is ${quoted(value)}; it may be an object such as { "monday": [["09:00","18:00"]] }`
    )
  }
  for (const key of Object.keys(value)) {
    if (!WEEKDAYS.some((weekday) => weekday === key)) {
      throw invalid(
        `weekly.${key}`,
        `is not a weekday; weekdays are written ${WEEKDAYS.join(", ")}`
      )
    }
  }
  return WEEKDAYS.map((weekday) => {
    const windows = value[weekday]
    return windows === undefined
      ? []
      : parseWindows(windows, `weekly.${weekday}`)
  })
}

function parseExceptions(value: unknown): Schedule["exceptions"] {
  if (value === undefined) return new Map()
  if (!Array.isArray(value)) {
    throw invalid(
      "exceptions",
      `is ${quoted(value)}; it may be a list such as [{ "date": "2026-12-25", "windows": [], "label": "Christmas" }]`
    )
  }
  const exceptions = new Map<LocalDate, ExceptionalDay>()
  const firstIndex = new Map<LocalDate, number>()
  value.forEach((exception: unknown, index) => {
    const field = `exceptions[${index}]`
    if (!isRecord(exception)) {
      throw invalid(
        field,
        `is ${quoted(exception)}; an exception is an object with date, windows and label`
      )
    }
    const date = parseExceptionDate(exception.date, `${field}.date`)
    const earlier = firstIndex.get(date)
    if (earlier !== undefined) {
      throw invalid(
        `${field}.date`,
        `is ${quoted(exception.date)}, as is that of exceptions[${earlier}]; a date may have one exception`
      )
    }
    firstIndex.set(date, index)
    exceptions.set(date, {
      windows: parseWindows(exception.windows, `${field}.windows`),
      label: parseLabel(exception.label, `${field}.label`),
    })
  })
  return exceptions
}

function parseExceptionDate(value: unknown, field: string): LocalDate {
  const date = typeof value === "string" ? parseLocalDate(value) : undefined
  if (date === undefined) {
    throw invalid(
      field,
      `is ${quoted(value)}; it may be a date that exists, written YYYY-MM-DD`
    )
  }
  if (date * DAY_MS < EARLIEST || date * DAY_MS >= LATEST) {
    throw invalid(
      field,
      `is ${quoted(value)}; it may be a date ${SUPPORTED_RANGE}`
    )
  }
  return date
}

function parseLabel(value: unknown, field: string): string | null {
  if (value === undefined || value === null) return null
  if (typeof value !== "string") {
    throw invalid(field, `is ${quoted(value)}; it may be a text or null`)
  }
  return value
}

function invalid(field: string, problem: string): CalendarError {
  return new CalendarError("invalid_definition", field, problem)
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value)
}
