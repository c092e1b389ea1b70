import { type BusinessCalendar, compileCalendar } from "../../business-time"
import { everyDay } from "./every-day"

const DAY_MS = 24 * 3_600_000

/** Longer than any shop is closed between two working days. */
const FARTHEST_DAYS = 60

/**
 * When the shop opens on its next working day. A night shift belongs to the
 * day on which it began. A shop that never closes begins its day at midnight.
 */
export function nextMorning(
  calendar: BusinessCalendar,
  time_zone: string,
  now: Date
): Date {
  const around = calendar.windows(
    new Date(now.getTime() - FARTHEST_DAYS * DAY_MS),
    new Date(now.getTime() + FARTHEST_DAYS * DAY_MS)
  )
  const last = around.filter(({ start }) => start <= now).at(-1)
  const today = last ? localDate(last.start, time_zone) : ""
  const next = around.find(
    ({ start }) => start > now && localDate(start, time_zone) > today
  )
  return next ? next.start : calendar.nextOpening(midnightAfter(now, time_zone))
}

function midnightAfter(now: Date, time_zone: string): Date {
  const mornings = compileCalendar({
    time_zone,
    weekly: everyDay(["00:00", "00:01"]),
  })
  const days = mornings.windows(now, new Date(now.getTime() + 3 * DAY_MS))
  return days.find(({ start }) => start > now)?.start ?? now
}

/** YYYY-MM-DD, so that text compares as dates do. */
function localDate(instant: Date, time_zone: string): string {
  return new Intl.DateTimeFormat("en-CA", {
    timeZone: time_zone,
    dateStyle: "short",
  }).format(instant)
}
