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

/** The part of a window within one day, in local minutes of the day. */
export type OpenSpan = {
  from: number
  to: number
  /** It continues the next day without a gap. */
  goesOn: boolean
  /** It started the day before. */
  wentOn: boolean
  /** It belongs to an exception, of the day on which it starts. */
  special: boolean
}

export type PreviewDay = {
  /** YYYY-MM-DD */
  date: string
  spans: OpenSpan[]
  /** Elapsed seconds: they differ by an hour when the clocks change. */
  openSeconds: number
  exception: CalendarException | null
  isToday: boolean
}

/**
 * The preview by day, in the calendar's time zone. A window that crosses
 * midnight is shown on both days.
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

/** The days grouped by week, Monday to Sunday; the ends may be partial. */
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

/** `09:00–13:00` for each span of a day. */
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
