import { fromWallClock, toWallClock } from "./from-wall-clock"
import { understand, type Said } from "./said-time"
import { timeTokens } from "./time-tokens"
import { MORNING, type TimeWords } from "./time-words"

/** A typed time, or why it is none. */
export type ReadTime =
  | {
      at: Date
      /**
       * `tomorrow`: the time of day has passed today. `skipped`: the clocks
       * skip it that night, so it is later.
       */
      moved: "tomorrow" | "skipped" | null
    }
  | { fault: "unreadable" | "noSuchDay" | "otherWeekday" | "passed" | "tooFar" }

const DAY_MS = 86_400_000

/** As on the server. */
export const LONGEST_AHEAD_MS = 366 * DAY_MS

/**
 * Reads a time as people type it: `tomorrow 10:30`, `пн 9`, `27.11 14:00`,
 * `через 20 хв`, `завтра після обіду`. A day without a time is its morning; a
 * time of day that has passed is tomorrow's; a date without a year is the next
 * one; next week begins on its Monday, and next Friday is in it. Dates have the
 * day before the month.
 */
export function readTime(
  typed: string,
  now: number,
  timeZone: string,
  words: TimeWords
): ReadTime {
  const tokens = timeTokens(typed, words)
  const said = tokens && understand(tokens)
  if (!said) {
    return { fault: "unreadable" }
  }
  const today = toWallClock(now, timeZone).slice(0, 10)
  if (said.minutesAhead !== null) {
    return within(now + said.minutesAhead * 60_000, now, null)
  }
  const day = dayOf(said, today)
  if ("fault" in day) {
    return day
  }
  const clock = said.time ?? MORNING
  const local = (days: number) =>
    `${addDays(day.date, days)}T${twoDigits(Math.floor(clock / 60))}:${twoDigits(clock % 60)}`
  const read = (days: number, moved: "tomorrow" | null) => {
    const at = fromWallClock(local(days), timeZone)
    const isSkipped =
      at !== null && toWallClock(at.getTime(), timeZone) !== local(days)
    return within(at?.getTime() ?? NaN, now, isSkipped ? "skipped" : moved)
  }
  const first = read(0, null)
  if (!("fault" in first) || first.fault !== "passed") {
    return first
  }
  if (said.day === null) {
    return read(1, "tomorrow")
  }
  return said.day.kind === "weekday" ? read(7, null) : first
}

type Fault = Extract<ReadTime, { fault: string }>

/** The local date, as `2026-11-28`. */
function dayOf(
  { day, weekday }: Said,
  today: string
): { date: string } | Fault {
  switch (day?.kind) {
    case undefined:
      return { date: today }
    case "days":
      return day.days * DAY_MS > LONGEST_AHEAD_MS
        ? { fault: "tooFar" }
        : onWeekday(addDays(today, day.days), weekday)
    case "weekday": {
      if (day.ofNextWeek) {
        return { date: addDays(today, 7 - weekdayOf(today) + day.weekday) }
      }
      const ahead = (day.weekday - weekdayOf(today) + 7) % 7
      return { date: addDays(today, ahead) }
    }
    case "date":
      return day.year !== null && day.year > LAST_YEAR
        ? { fault: "tooFar" }
        : onWeekday(nextDate(day, today), weekday)
  }
}

/** Beyond it, dates are written with a sign and six digits. */
const LAST_YEAR = 9_999

function onWeekday(
  date: string | null,
  weekday: number | null
): { date: string } | Fault {
  if (date === null) {
    return { fault: "noSuchDay" }
  }
  return weekday === null || weekdayOf(date) === weekday
    ? { date }
    : { fault: "otherWeekday" }
}

/** The date, or the next one with this day and month; null if there is none. */
function nextDate(
  { day, month, year }: Extract<Said["day"], { kind: "date" }>,
  today: string
): string | null {
  const [thisYear = 0, thisMonth = 0] = today.split("-").map(Number)
  const first = year ?? thisYear
  const dates =
    month === null
      ? [0, 1, 2].map((later) => {
          const months = thisYear * 12 + thisMonth - 1 + later
          return dateOf(Math.floor(months / 12), (months % 12) + 1, day)
        })
      : [first, ...(year === null ? [first + 1] : [])].map((of) =>
          dateOf(of, month, day)
        )
  return (
    dates.find((date) => isDate(date) && (year !== null || date >= today)) ??
    null
  )
}

function dateOf(year: number, month: number, day: number): string {
  return `${String(year).padStart(4, "0")}-${twoDigits(month)}-${twoDigits(day)}`
}

function isDate(date: string): boolean {
  const at = Date.parse(`${date}T00:00Z`)
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(date)
}

function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00Z`) + days * DAY_MS)
    .toISOString()
    .slice(0, 10)
}

/** From 1, Monday. */
function weekdayOf(date: string): number {
  return new Date(`${date}T00:00Z`).getUTCDay() || 7
}

function within(
  at: number,
  now: number,
  moved: "tomorrow" | "skipped" | null
): ReadTime {
  if (!(at - now <= LONGEST_AHEAD_MS)) {
    return { fault: "tooFar" }
  }
  return at > now ? { at: new Date(at), moved } : { fault: "passed" }
}

function twoDigits(value: number): string {
  return String(value).padStart(2, "0")
}
