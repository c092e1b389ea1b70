import type {
  AdminFollowUpCalendarPreviewResponse,
  CalendarException,
} from "../../../src/api/admin/follow-ups/calendars/types"
import { fromWallClock } from "../../clock/from-wall-clock"
import { wallClock } from "../../clock/zoned"
import { clockText } from "./clock-text"
import { dayNumber, dayText, localDate } from "./local-day"

export type Preview = AdminFollowUpCalendarPreviewResponse["preview"]

const DAY_MINUTES = 1_440

/** A piece of a window that lies within one day, in minutes of its wall clock. */
export type OpenSpan = {
  from: number
  to: number
  /** It goes on at the same moment the next day. */
  goesOn: boolean
  /** It began the day before. */
  wentOn: boolean
  /** It belongs to an exception: to that of the day on which it began. */
  special: boolean
}

export type PreviewDay = {
  /** YYYY-MM-DD */
  date: string
  spans: OpenSpan[]
  /** Real seconds: an hour less or more where the clocks change. */
  openSeconds: number
  exception: CalendarException | null
  isToday: boolean
}

/**
 * The preview, day by day on the calendar's own clocks. A window that passes
 * midnight is drawn on both days.
 */
export function previewDays(preview: Preview, now: number): PreviewDay[] {
  const zone = preview.time_zone
  const first = wallClock(Date.parse(preview.from), zone)?.day
  const last = wallClock(Date.parse(preview.to) - 1, zone)?.day
  if (first === undefined || last === undefined) {
    return []
  }
  const today = wallClock(now, zone)?.day
  const days = Array.from({ length: last - first + 1 }, (_, index) => {
    const date = dayText(first + index)
    return {
      date,
      spans: new Array<OpenSpan>(),
      openSeconds: 0,
      exception: preview.exceptions.find((one) => one.date === date) ?? null,
      isToday: first + index === today,
    }
  })
  for (const { start, end } of preview.windows) {
    const began = localDate(Date.parse(start), zone)
    const special = preview.exceptions.some(({ date }) => date === began)
    for (const piece of pieces(Date.parse(start), Date.parse(end), zone)) {
      const day = days[piece.day - first]
      if (day) {
        day.spans.push({ ...piece.span, special })
        day.openSeconds += piece.seconds
      }
    }
  }
  return days
}

/** The weeks of the days, each from Monday to Sunday as far as there are any. */
export function previewWeeks(days: readonly PreviewDay[]): PreviewDay[][] {
  const weeks: PreviewDay[][] = []
  for (const day of days) {
    const isMonday = (((dayNumber(day.date) + 3) % 7) + 7) % 7 === 0
    const week = weeks.at(-1)
    if (week && !isMonday) {
      week.push(day)
    } else {
      weeks.push([day])
    }
  }
  return weeks
}

/** `09:00–13:00`, each span of a day. */
export function spanTexts(spans: readonly OpenSpan[]): string[] {
  return spans.map(({ from, to }) => `${clockText(from)}–${clockText(to)}`)
}

type Piece = { day: number; span: Omit<OpenSpan, "special">; seconds: number }

function pieces(start: number, end: number, zone: string): Piece[] {
  const found: Piece[] = []
  let from = start
  while (from < end) {
    const wall = wallClock(from, zone)
    const midnight =
      wall && fromWallClock(`${dayText(wall.day + 1)}T00:00`, zone)?.getTime()
    if (!wall || !midnight || midnight <= from) {
      break
    }
    const to = Math.min(midnight, end)
    found.push({
      day: wall.day,
      seconds: (to - from) / 1_000,
      span: {
        from: wall.minutes,
        to:
          to === midnight
            ? DAY_MINUTES
            : (wallClock(to, zone)?.minutes ?? DAY_MINUTES),
        wentOn: from > start,
        goesOn: to < end,
      },
    })
    from = to
  }
  return found
}
