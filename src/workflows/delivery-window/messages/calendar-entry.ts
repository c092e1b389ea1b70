import ical, { ICalCalendarMethod, ICalEventStatus } from "ical-generator"

/** A window as the customer's calendar has it. */
export type CalendarEntry = {
  order_id: string
  /** Greater than that of what it updates. */
  sequence: number
  is_canceled: boolean
  summary: string
  description: string
  location: string
  starts_at: Date
  ends_at: Date
  shop: string
  now: Date
}

/** Nobody is written to: the standard wants an organizer with an address. */
const NO_REPLY = "noreply@invalid"

/**
 * An .ics file (RFC 5545). All that is sent about one order has one UID, so
 * that a calendar moves the entry, or removes it, instead of adding another.
 * Its times are in UTC, which every calendar shows in its own zone.
 */
export function calendarFile(entry: CalendarEntry): string {
  const calendar = ical({
    prodId: { company: "medusa-plugin-follow-ups", product: "delivery" },
    method: entry.is_canceled
      ? ICalCalendarMethod.CANCEL
      : ICalCalendarMethod.PUBLISH,
  })
  calendar.createEvent({
    id: `delivery-${entry.order_id}@medusa-plugin-follow-ups`,
    sequence: entry.sequence,
    status: entry.is_canceled
      ? ICalEventStatus.CANCELLED
      : ICalEventStatus.CONFIRMED,
    stamp: entry.now,
    start: entry.starts_at,
    end: entry.ends_at,
    summary: entry.summary,
    description: entry.description,
    location: entry.location,
    organizer: { name: entry.shop || "Shop", email: NO_REPLY },
  })
  return calendar.toString()
}
