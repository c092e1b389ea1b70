import { Temporal } from "temporal-polyfill"
import type { BusinessCalendar } from "../../../business-time"
import type { Exception, Template } from "./template"
import type { PlannedWindow } from "../window"

/**
 * The windows of these templates on the dates from `from_date` to `to_date`,
 * both included. A local time that the clocks skip is read as the later one, a
 * repeated one as the first; a window that this leaves empty does not exist,
 * nor does one on a date that its zone skipped.
 *
 * @param calendar - in which the time before the cut-off is counted
 * @example planWindows(templates, [], "2026-11-23", "2026-12-20", calendar)
 */
export function planWindows(
  templates: readonly Template[],
  exceptions: readonly Exception[],
  from_date: string,
  to_date: string,
  calendar: Pick<BusinessCalendar, "add">
): PlannedWindow[] {
  return templates
    .filter(({ is_on }) => is_on)
    .flatMap((template) =>
      datesBetween(
        later(from_date, template.valid_from),
        earlier(to_date, template.valid_to)
      ).flatMap((date) =>
        windowsOn(date, template, exceptions).flatMap((span) =>
          planned(template, date, span, calendar)
        )
      )
    )
}

/** A window of one date, before its times are known. */
type Span = Pick<Template, "starts_at" | "ends_at" | "capacity"> & {
  is_closed: boolean
}

function windowsOn(
  date: Temporal.PlainDate,
  template: Template,
  exceptions: readonly Exception[]
): Span[] {
  const that_day = exceptions.filter(
    (exception) =>
      exception.date === date.toString() &&
      (exception.template_id ?? template.id) === template.id
  )
  // What is said of this template counts for more than what is said of all.
  const special =
    that_day.find((one) => one.kind === "capacity" && one.template_id) ??
    that_day.find((one) => one.kind === "capacity")
  const usual = {
    starts_at: template.starts_at,
    ends_at: template.ends_at,
    capacity: special?.capacity ?? template.capacity,
    is_closed: that_day.some(({ kind }) => kind === "closed"),
  }
  const extra = that_day.flatMap(({ kind, starts_at, ends_at, capacity }) =>
    kind === "extra" && starts_at && ends_at
      ? [
          {
            starts_at,
            ends_at,
            capacity: capacity ?? template.capacity,
            is_closed: false,
          },
        ]
      : []
  )
  const spans = template.weekdays.includes(date.dayOfWeek)
    ? [usual, ...extra]
    : extra
  // One that begins when another does takes its place: the last one said.
  return [...new Map(spans.map((span) => [span.starts_at, span])).values()]
}

function planned(
  template: Template,
  date: Temporal.PlainDate,
  { starts_at, ends_at, capacity, is_closed }: Span,
  calendar: Pick<BusinessCalendar, "add">
): PlannedWindow[] {
  const { time_zone } = template
  if (!isInZone(date, time_zone)) {
    return []
  }
  const start = instantOf(date, starts_at, time_zone)
  const end = instantOf(
    ends_at <= starts_at ? date.add({ days: 1 }) : date,
    ends_at,
    time_zone
  )
  if (end.getTime() <= start.getTime()) {
    return []
  }
  return [
    {
      template_id: template.id,
      local_date: date.toString(),
      local_start: starts_at,
      local_end: ends_at,
      time_zone,
      starts_at: start,
      ends_at: end,
      cut_off_at:
        template.cut_off_minutes > 0
          ? calendar.add(start, -60 * template.cut_off_minutes)
          : start,
      lead_minutes: template.lead_minutes,
      service_zone_id: template.service_zone_id,
      shipping_option_ids: template.shipping_option_ids,
      capacity,
      capacity_unit: template.capacity_unit,
      is_closed,
    },
  ]
}

function instantOf(
  date: Temporal.PlainDate,
  time: string,
  time_zone: string
): Date {
  const [day, clock] =
    time === "24:00" ? [date.add({ days: 1 }), "00:00"] : [date, time]
  return new Date(
    day.toZonedDateTime({
      timeZone: time_zone,
      plainTime: Temporal.PlainTime.from(clock),
    }).epochMilliseconds
  )
}

/** Samoa had no 2011-12-30. */
function isInZone(date: Temporal.PlainDate, time_zone: string): boolean {
  return date.toZonedDateTime(time_zone).toPlainDate().equals(date)
}

function datesBetween(from: string, to: string): Temporal.PlainDate[] {
  const dates: Temporal.PlainDate[] = []
  const last = Temporal.PlainDate.from(to)
  for (
    let date = Temporal.PlainDate.from(from);
    Temporal.PlainDate.compare(date, last) <= 0;
    date = date.add({ days: 1 })
  ) {
    dates.push(date)
  }
  return dates
}

/** Dates such as `2026-11-27` sort as text. */
const later = (date: string, other: string | null) =>
  other !== null && other > date ? other : date
const earlier = (date: string, other: string | null) =>
  other !== null && other < date ? other : date
