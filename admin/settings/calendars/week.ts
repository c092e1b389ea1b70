import {
  WEEKDAYS,
  type Weekday,
  type WindowDefinition,
} from "../../../src/business-time/definition"
import { clockMinutes, clockText } from "./clock-text"

export type Windows = readonly WindowDefinition[]

export type Week = Readonly<Record<Weekday, Windows>>

const WORKDAY: Windows = [["09:00", "18:00"]]
const ALL_DAY: Windows = [["00:00", "24:00"]]

/** Monday to Friday, the hours of a new calendar. */
export const OFFICE_WEEK: Week = weekOf((day) =>
  day === "saturday" || day === "sunday" ? [] : WORKDAY
)

export const ALWAYS_OPEN: Week = weekOf(() => ALL_DAY)

export function weekOf(windowsOf: (day: Weekday) => Windows): Week {
  return {
    monday: windowsOf("monday"),
    tuesday: windowsOf("tuesday"),
    wednesday: windowsOf("wednesday"),
    thursday: windowsOf("thursday"),
    friday: windowsOf("friday"),
    saturday: windowsOf("saturday"),
    sunday: windowsOf("sunday"),
  }
}

export const isOpenDay = (windows: Windows): boolean => windows.length > 0

export function neverOpens(week: Week): boolean {
  return !WEEKDAYS.some((day) => isOpenDay(week[day]))
}

export function isAlwaysOpen(week: Week): boolean {
  return WEEKDAYS.every((day) => sameWindows(week[day], ALL_DAY))
}

export function sameWindows(one: Windows, other: Windows): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}

/**
 * Initial hours when a closed day is opened: those of the nearest earlier open
 * day of the week, else of the first later one.
 */
export function hoursToOpenWith(week: Week, day: Weekday): Windows {
  const before = WEEKDAYS.slice(0, WEEKDAYS.indexOf(day)).reverse()
  const after = WEEKDAYS.slice(WEEKDAYS.indexOf(day) + 1)
  const model = [...before, ...after].find((other) => isOpenDay(week[other]))
  return model ? week[model] : WORKDAY
}

/** The other open days, offered for copying `day` to. */
export function otherOpenDays(week: Week, day: Weekday): Weekday[] {
  return WEEKDAYS.filter((other) => other !== day && isOpenDay(week[other]))
}

export function copyDay(
  week: Week,
  from: Weekday,
  to: readonly Weekday[]
): Week {
  return weekOf((day) => (to.includes(day) ? week[from] : week[day]))
}

/** Adds a window an hour after the last one, or an empty one to fill in. */
export function anotherWindow(windows: Windows): WindowDefinition {
  const last = windows.at(-1)
  if (!last) {
    return ["09:00", "18:00"]
  }
  const end = clockMinutes(last[1])
  const start = end === null || endsNextDay(last) ? null : end + 60
  return start === null || start > 22 * 60
    ? ["", ""]
    : [clockText(start), clockText(Math.min(start + 240, 24 * 60))]
}

/** An end at or before the start is on the next day. */
export function endsNextDay([start, end]: WindowDefinition): boolean {
  const from = clockMinutes(start)
  const to = clockMinutes(end)
  return from !== null && to !== null && to <= from
}

export type WindowProblem = "start" | "end" | "both" | "overlap"

/** The problem of each window of a day; null if it has none. */
export function windowProblems(windows: Windows): (WindowProblem | null)[] {
  return windows.map((window, index) => {
    const from = clockMinutes(window[0])
    const badStart = from === null || from === 24 * 60
    const badEnd = clockMinutes(window[1]) === null
    if (badStart && badEnd) {
      return "both"
    }
    if (badStart || badEnd) {
      return badStart ? "start" : "end"
    }
    return windows.slice(0, index).some((earlier) => overlap(earlier, window))
      ? "overlap"
      : null
  })
}

/** Overlapping windows are merged in calculations: unusual, but valid. */
export function isWrong(problem: WindowProblem | null): boolean {
  return problem !== null && problem !== "overlap"
}

/** Whether the week has an invalid window. */
export function hasWrongTimes(week: Week): boolean {
  return WEEKDAYS.some((day) => windowProblems(week[day]).some(isWrong))
}

function overlap(one: WindowDefinition, other: WindowDefinition): boolean {
  const [from, to] = minutesOf(one)
  const [otherFrom, otherTo] = minutesOf(other)
  return from < otherTo && otherFrom < to
}

function minutesOf(window: WindowDefinition): [number, number] {
  const start = clockMinutes(window[0]) ?? 0
  const end = clockMinutes(window[1]) ?? 0
  return [start, end <= start ? end + 24 * 60 : end]
}
