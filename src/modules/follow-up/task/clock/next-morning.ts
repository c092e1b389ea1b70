import {
  type BusinessCalendar,
  compileCalendar,
  localDateAt,
} from "../../../../business-time"
import { everyDay } from "./every-day"

const DAY_MS = 24 * 3_600_000

/** Longer than any shop closes between two working days. */
const FARTHEST_DAYS = 60

/**
 * When the shop opens on its next working day. A night shift belongs to the day
 * on which it started. For a shop that stays open for days, each of them starts
 * at midnight.
 */
export function nextMorning(
  calendar: BusinessCalendar,
  time_zone: string,
  now: Date
): Date {
  const horizon = daysFrom(now, FARTHEST_DAYS)
  const mornings = calendar
    .windows(daysFrom(now, -FARTHEST_DAYS), horizon)
    .flatMap((window) => morningsOf(window, time_zone))
  const last = mornings.filter((morning) => morning <= now).at(-1)
  const today = last ? localDateAt(last, time_zone) : ""
  const next = mornings.find(
    (morning) => morning > now && localDateAt(morning, time_zone) > today
  )
  return next ?? calendar.nextOpening(horizon)
}

function morningsOf(
  { start, end }: { start: Date; end: Date },
  time_zone: string
): Date[] {
  if (end.getTime() - start.getTime() <= DAY_MS) {
    return [start]
  }
  const midnights = compileCalendar({
    time_zone,
    weekly: everyDay(["00:00", "00:01"]),
  }).windows(start, end)
  return [
    start,
    ...midnights.map((night) => night.start).filter((night) => night > start),
  ]
}

function daysFrom(now: Date, days: number): Date {
  return new Date(now.getTime() + days * DAY_MS)
}
