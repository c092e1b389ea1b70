import { DefinitionError, type DefinitionPath } from "./definition-error"
import type { WallWindow } from "./schedule"

const MINUTE_MS = 60_000
const DAY_MINUTES = 24 * 60

/** Enough for one per hour. The limit bounds a calendar's memory use. */
const MOST_WINDOWS_A_DAY = 24

/** Parses the windows of one day. `path` is their path in the definition. */
export function parseWindows(
  value: unknown,
  path: DefinitionPath
): WallWindow[] {
  if (!Array.isArray(value)) {
    throw new DefinitionError("not_a_list_of_windows", path, { was: value })
  }
  if (value.length > MOST_WINDOWS_A_DAY) {
    throw new DefinitionError("too_many_windows", path, {
      count: value.length,
      max: MOST_WINDOWS_A_DAY,
    })
  }
  return value.map((window: unknown, index) =>
    parseWindow(window, [...path, index])
  )
}

function parseWindow(value: unknown, path: DefinitionPath): WallWindow {
  if (!Array.isArray(value) || value.length !== 2) {
    throw new DefinitionError("not_a_window", path, { was: value })
  }
  const [startText, endText]: unknown[] = value
  const start = minutesAfterMidnight(startText)
  if (start === undefined || start === DAY_MINUTES) {
    throw new DefinitionError("not_an_opening_time", path, { was: startText })
  }
  const end = minutesAfterMidnight(endText)
  if (end === undefined) {
    throw new DefinitionError("not_a_closing_time", path, { was: endText })
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
