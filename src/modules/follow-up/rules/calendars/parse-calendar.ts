import {
  type CalendarDefinition,
  checkDefinition,
  DefinitionError,
  WEEKDAYS,
  type WindowDefinition,
} from "../../../../business-time"
import {
  isStorable,
  Refusal,
  type RefusalCode,
  type RefusalPath,
} from "../../../../refusals"

/** Ten years of holidays, each with the days around it. */
const MAX_EXCEPTIONS = 1_000
const LONGEST_LABEL = 200

/**
 * Validates a calendar definition, and returns it in canonical order without
 * unknown fields.
 *
 * @param field - its path in the request, for the message
 * @throws Refusal that names the invalid field, its value and the allowed ones;
 * also for a calendar that never opens, or opens on exceptions only: once the
 * last of them is over, no task could be given a deadline
 */
export function parseCalendar(
  given: unknown,
  field = "definition"
): CalendarDefinition {
  refuseUnknownKeys(given, [field], ["time_zone", "weekly", "exceptions"])
  const exceptions: unknown = isRecord(given) ? given.exceptions : undefined
  if (Array.isArray(exceptions)) {
    if (exceptions.length > MAX_EXCEPTIONS) {
      throw new Refusal(
        "too_many_exceptions",
        { count: exceptions.length, max: MAX_EXCEPTIONS },
        [field, "exceptions"]
      )
    }
    exceptions.forEach((exception: unknown, index) =>
      refuseUnknownKeys(
        exception,
        [field, "exceptions", index],
        ["date", "windows", "label"]
      )
    )
  }
  refuseUnworkable(given, field)
  if (!WEEKDAYS.some((day) => given.weekly[day]?.length)) {
    throw new Refusal("no_weekly_hours", {}, [field, "weekly"])
  }
  refuseWrongLabels(given, field)
  return inOneOrder(given)
}

/** Whether both definitions mean the same, however they are written. */
export function isSameCalendar(
  one: CalendarDefinition,
  other: CalendarDefinition
): boolean {
  return JSON.stringify(inOneOrder(one)) === JSON.stringify(inOneOrder(other))
}

function refuseUnworkable(
  given: unknown,
  field: string
): asserts given is CalendarDefinition {
  try {
    checkDefinition(given)
  } catch (error) {
    throw error instanceof DefinitionError
      ? new Refusal<RefusalCode>(error.problem, error.values, [
          field,
          ...error.path,
        ])
      : error
  }
}

function refuseUnknownKeys(
  given: unknown,
  path: RefusalPath,
  known: readonly string[]
): void {
  const unknown = isRecord(given)
    ? Object.keys(given).find((key) => !known.includes(key))
    : undefined
  if (unknown !== undefined) {
    throw new Refusal("unknown_key", { was: unknown, allowed: known }, path)
  }
}

function refuseWrongLabels(
  { exceptions = [] }: CalendarDefinition,
  field: string
): void {
  exceptions.forEach(({ label }, index) => {
    const path = [field, "exceptions", index, "label"]
    if (label && label.length > LONGEST_LABEL) {
      throw new Refusal(
        "label_too_long",
        { length: label.length, max: LONGEST_LABEL },
        path
      )
    }
    if (label && !isStorable(label)) {
      throw new Refusal("invalid_character", {}, path)
    }
  })
}

function inOneOrder({
  time_zone,
  weekly,
  exceptions = [],
}: CalendarDefinition): CalendarDefinition {
  return {
    time_zone,
    weekly: Object.fromEntries(
      WEEKDAYS.flatMap((day) => {
        const windows = weekly[day] ?? []
        return windows.length > 0 ? [[day, sorted(windows)]] : []
      })
    ),
    exceptions: exceptions
      .map(({ date, windows, label }) => ({
        date,
        windows: sorted(windows),
        label: label?.trim() || null,
      }))
      .sort((one, other) => compare(one.date, other.date)),
  }
}

function sorted(windows: readonly WindowDefinition[]): WindowDefinition[] {
  return windows
    .map(([start, end]): WindowDefinition => [start, end])
    .sort((one, other) => compare(one.join(), other.join()))
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value)
}
