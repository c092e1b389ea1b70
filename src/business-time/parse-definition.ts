import { WEEKDAYS } from "./definition"
import { DefinitionError, type DefinitionPath } from "./definition-error"
import { DAY_MS, type LocalDate, parseLocalDate } from "./local-date"
import { parseWindows } from "./parse-windows"
import type { ExceptionalDay, Schedule } from "./schedule"
import { EARLIEST, LATEST, SUPPORTED_RANGE } from "./supported-range"
import { Temporal } from "temporal-polyfill"

/**
 * Validates a definition from an untrusted source (a database, a request, an
 * options file), and copies it, so that later changes to the input have no
 * effect. Unknown keys (an id, a name) are ignored.
 *
 * @throws CalendarError for the first error
 */
export function parseDefinition(definition: unknown): Schedule {
  if (!isRecord(definition)) {
    throw new DefinitionError("not_a_calendar", [], { was: definition })
  }
  return {
    time_zone: parseTimeZone(definition.time_zone),
    weekly: parseWeekly(definition.weekly),
    exceptions: parseExceptions(definition.exceptions),
  }
}

function parseTimeZone(value: unknown): string {
  if (typeof value !== "string" || !isZoneName(value)) {
    throw new DefinitionError("unknown_time_zone", ["time_zone"], {
      was: value,
    })
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
    throw new DefinitionError("not_a_week", ["weekly"], { was: value })
  }
  for (const key of Object.keys(value)) {
    if (!WEEKDAYS.some((weekday) => weekday === key)) {
      throw new DefinitionError("unknown_weekday", ["weekly", key], {
        weekdays: WEEKDAYS,
      })
    }
  }
  return WEEKDAYS.map((weekday) => {
    const windows = value[weekday]
    return windows === undefined
      ? []
      : parseWindows(windows, ["weekly", weekday])
  })
}

function parseExceptions(value: unknown): Schedule["exceptions"] {
  if (value === undefined) return new Map()
  if (!Array.isArray(value)) {
    throw new DefinitionError("not_a_list_of_exceptions", ["exceptions"], {
      was: value,
    })
  }
  const exceptions = new Map<LocalDate, ExceptionalDay>()
  const firstIndex = new Map<LocalDate, number>()
  value.forEach((exception: unknown, index) => {
    const path = ["exceptions", index]
    if (!isRecord(exception)) {
      throw new DefinitionError("not_an_exception", path, { was: exception })
    }
    const date = parseExceptionDate(exception.date, [...path, "date"])
    const earlier = firstIndex.get(date)
    if (earlier !== undefined) {
      throw new DefinitionError("exception_date_taken", [...path, "date"], {
        was: exception.date,
        first: `exceptions[${earlier}]`,
      })
    }
    firstIndex.set(date, index)
    exceptions.set(date, {
      windows: parseWindows(exception.windows, [...path, "windows"]),
      label: parseLabel(exception.label, [...path, "label"]),
    })
  })
  return exceptions
}

function parseExceptionDate(value: unknown, path: DefinitionPath): LocalDate {
  const date = typeof value === "string" ? parseLocalDate(value) : undefined
  if (date === undefined) {
    throw new DefinitionError("not_a_date", path, { was: value })
  }
  if (date * DAY_MS < EARLIEST || date * DAY_MS >= LATEST) {
    throw new DefinitionError("date_out_of_range", path, {
      was: value,
      range: SUPPORTED_RANGE,
    })
  }
  return date
}

function parseLabel(value: unknown, path: DefinitionPath): string | null {
  if (value === undefined || value === null) return null
  if (typeof value !== "string") {
    throw new DefinitionError("not_a_label", path, { was: value })
  }
  return value
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value)
}
