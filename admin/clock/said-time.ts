import type { TimeToken } from "./time-token"
import { DAY, EARLIEST_HOUR } from "./time-words"

const MONDAY = 1

/** What was said, before it is put on a calendar. */
export type Said = {
  day:
    | { kind: "days"; days: number }
    | { kind: "weekday"; weekday: number; ofNextWeek: boolean }
    /** `month` is null for the next such day. */
    | { kind: "date"; day: number; month: number | null; year: number | null }
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
  const has = (kind: "am" | "pm" | "next") => ofKind(tokens, kind).length > 0
  const isWeek = ({ minutes }: { minutes: number }) => minutes === 7 * DAY
  const ofNextWeek = has("next") && ofKind(tokens, "span").some(isWeek)
  const spans = ofKind(tokens, "span").filter(
    (span) => !(ofNextWeek && isWeek(span))
  )
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
  const said: Said = {
    day: day
      ? { kind: "days", days: day.days }
      : (date ??
        (weekday === null && !ofNextWeek
          ? null
          : {
              kind: "weekday",
              weekday: weekday ?? MONDAY,
              ofNextWeek: has("next"),
            })),
    weekday,
    time: null,
    minutesAhead: null,
  }
  const [shift, otherShift] = ofKind(tokens, "shift")
  const [part, otherPart] = [...ofKind(tokens, "am"), ...ofKind(tokens, "pm")]
  if (otherShift || otherPart) {
    return null
  }
  const [hours, more, another] = ahead
  if (!hours) {
    if (time) {
      return withTime(said, shifted(time, shift), has("am"), has("pm"))
    }
    if (shift) {
      return null
    }
    return part ? { ...said, time: part.minutes } : said.day && said
  }
  if (time || shift) {
    return null
  }
  // "tomorrow at 10 h" names an hour, and so do "2 часа дня" and "10 год"; "2 год"
  // is a span.
  if (said.day || hours.after === "at" || part || isHourOfDay(hours)) {
    const minutes = hours.minutes + (more?.minutes ?? 0)
    const isRead =
      hours.minutes % 60 === 0 && !another && (!more || more.minutes < 60)
    return isRead
      ? withTime(said, { minutes, isBare: true }, has("am"), has("pm"))
      : null
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

/** Nobody is called back so many hours later who has not said "in". */
function isHourOfDay({
  minutes,
  after,
  isOfDay,
}: Extract<TimeToken, { kind: "span" }>): boolean {
  return (
    isOfDay === true &&
    after === null &&
    minutes % 60 === 0 &&
    minutes >= EARLIEST_HOUR * 60 &&
    minutes < DAY
  )
}

/** "half past 5" is 5:30, and "пів на першу" is 12:30. */
function shifted(
  time: { minutes: number; isBare: boolean },
  shift: { minutes: number } | undefined
): { minutes: number; isBare: boolean } {
  if (!shift) {
    return time
  }
  const minutes = time.minutes + shift.minutes
  return { ...time, minutes: minutes < 60 ? minutes + DAY / 2 : minutes }
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
