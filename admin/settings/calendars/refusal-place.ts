import { WEEKDAYS, type Weekday } from "../../../src/business-time/definition"

/** What on the page a refusal is about. */
export type RefusalPlace =
  | { part: "name" }
  | { part: "time_zone" }
  | { part: "week"; day: Weekday | null }
  /** `index`: among the exceptions that were sent. */
  | { part: "exceptions"; index: number | null }
  | { part: "bindings" }
  | { part: "page" }

export type Refusal = { place: RefusalPlace; message: string }

/** The server's messages begin with the path of the value at fault. */
export function refusalOf(message: string): Refusal {
  return { place: placeOf(message), message }
}

function placeOf(message: string): RefusalPlace {
  const [, day] = /\bweekly\.(\w+)/.exec(message) ?? []
  if (day !== undefined || /\bweekly\b/.test(message)) {
    return {
      part: "week",
      day: WEEKDAYS.find((weekday) => weekday === day) ?? null,
    }
  }
  const [exceptions, index] =
    /\bexceptions(?:\[(\d+)\]|[, .]+(\d+))?/.exec(message) ?? []
  if (exceptions !== undefined) {
    return {
      part: "exceptions",
      index: index === undefined ? null : Number(index),
    }
  }
  if (/\btime_zone\b/.test(message)) {
    return { part: "time_zone" }
  }
  if (/\bbindings\b/.test(message)) {
    return { part: "bindings" }
  }
  return /^\W*name\b|'name'/.test(message) ? { part: "name" } : { part: "page" }
}
