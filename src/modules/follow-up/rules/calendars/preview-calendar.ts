import { Temporal } from "temporal-polyfill"
import {
  type CalendarDefinition,
  type CalendarException,
  compileCalendar,
} from "../../../../business-time"

type CalendarPreview = {
  time_zone: string
  /** The start of today, in the calendar's time zone. */
  from: Date
  /** The start of the day after the last one. */
  to: Date
  /** Its windows in order, cut off at both ends. */
  windows: { start: Date; end: Date }[]
  /** Open hours in all. */
  hours: number
  /** The exceptions on those days. */
  exceptions: CalendarException[]
}

const DAYS = 6 * 7

/** Six weeks of a calendar, day by day from today. */
export function previewCalendar(
  definition: CalendarDefinition,
  now: Date
): CalendarPreview {
  const today = Temporal.Instant.fromEpochMilliseconds(now.getTime())
    .toZonedDateTimeISO(definition.time_zone)
    .startOfDay()
  const end = today.add({ days: DAYS }).startOfDay()
  const from = new Date(today.epochMilliseconds)
  const to = new Date(end.epochMilliseconds)
  const calendar = compileCalendar(definition)
  const first_date = today.toPlainDate().toString()
  const end_date = end.toPlainDate().toString()
  return {
    time_zone: definition.time_zone,
    from,
    to,
    windows: calendar.windows(from, to),
    hours: Math.round(calendar.between(from, to) / 36) / 100,
    exceptions: (definition.exceptions ?? []).filter(
      ({ date }) => date >= first_date && date < end_date
    ),
  }
}
