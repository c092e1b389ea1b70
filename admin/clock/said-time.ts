import type { TimeToken } from "./time-tokens"
import { DAY } from "./time-words"

/** Before this hour nobody is called, so that "at 3" is in the afternoon. */
const EARLIEST_HOUR = 8

/** What was said, before it is put on a calendar. */
export type Said = {
  day:
    | { kind: "days"; days: number }
    | { kind: "weekday"; weekday: number; next: boolean }
    | { kind: "date"; day: number; month: number; year: number | null }
    | null
  /** That was named beside a date. */
  weekday: number | null
  /** Minutes since midnight. */
  time: number | null
  minutesAhead: number | null
}

/** Puts the parts together; null if they do not fit. */
export function understand(tokens: readonly TimeToken[]): Said | null {
  const weekday = ofKind(tokens, "weekday")[0]?.weekday ?? null
  const spans = ofKind(tokens, "span")
  const days = [
    ...ofKind(tokens, "day"),
    ...spans
      .filter(({ isDays }) => isDays)
      .map(({ minutes }) => ({ kind: "days" as const, days: minutes / DAY })),
  ]
  const dates = ofKind(tokens, "date")
  const times = ofKind(tokens, "time")
  const [asDate, ...dotted] = ofKind(tokens, "dotted")
  const hasTime = times.length + dotted.length > 0
  // "27.11" is a date where no other is named, else a time: "mon 10.30".
  const isDate =
    asDate !== undefined &&
    asDate.month <= 12 &&
    !asDate.afterAt &&
    days.length + dates.length === 0 &&
    (weekday === null || hasTime)
  if (isDate) {
    dates.push({ ...asDate, kind: "date", year: null })
  }
  for (const { day, month } of isDate || !asDate
    ? dotted
    : [asDate, ...dotted]) {
    times.push({ kind: "time", minutes: day * 60 + month, isBare: false })
    if (day > 23 || month > 59) {
      return null
    }
  }
  const ahead = spans.filter(({ isDays }) => !isDays)
  const [time, otherTime] = times
  if (days.length + dates.length > 1 || otherTime) {
    return null
  }
  const [day] = days
  const [date] = dates
  const has = (kind: "am" | "pm" | "next") => ofKind(tokens, kind).length > 0
  const said: Said = {
    day: day
      ? { kind: "days", days: day.days }
      : (date ??
        (weekday === null
          ? null
          : { kind: "weekday", weekday, next: has("next") })),
    weekday,
    time: null,
    minutesAhead: null,
  }
  const [hours, more] = ahead
  if (!hours) {
    if (time) {
      return withTime(said, time, has("am"), has("pm"))
    }
    // "tomorrow morning" is the morning; "tomorrow evening" names no time.
    return said.day && !has("pm") ? said : null
  }
  if (time) {
    return null
  }
  // "tomorrow at 10 h" names an hour; "10 h" alone is a span.
  if (said.day || hours.afterAt) {
    const { minutes } = hours
    return more || minutes % 60 !== 0
      ? null
      : withTime(said, { minutes, isBare: true }, has("am"), has("pm"))
  }
  const minutes = ahead.reduce((sum, span) => sum + span.minutes, 0)
  return { ...said, minutesAhead: Math.round(minutes) }
}

function ofKind<Kind extends TimeToken["kind"]>(
  tokens: readonly TimeToken[],
  kind: Kind
): Extract<TimeToken, { kind: Kind }>[] {
  return tokens.filter(
    (token): token is Extract<TimeToken, { kind: Kind }> => token.kind === kind
  )
}

function withTime(
  said: Said,
  { minutes, isBare }: { minutes: number; isBare: boolean },
  isAm: boolean,
  isPm: boolean
): Said | null {
  const hour = Math.floor(minutes / 60)
  const isAfternoon =
    hour < 12 && (isPm || (isBare && !isAm && hour > 0 && hour < EARLIEST_HOUR))
  const time =
    isAm && hour === 12
      ? minutes - DAY / 2
      : minutes + (isAfternoon ? DAY / 2 : 0)
  return time < DAY ? { ...said, time } : null
}
