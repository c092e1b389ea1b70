import type { AdminFollowUpCalendar } from "../../../src/api/admin/follow-ups/calendars/types"
import { momentText } from "../../clock/moment-text"
import type { Text } from "../../i18n/use-text"

/**
 * `Open until 18:00`, `Closed until Mon, 09:00`, in the calendar's time zone.
 */
export function openText(
  t: Text,
  calendar: AdminFollowUpCalendar,
  now: number
): string {
  const { is_open, next_change_at, definition } = calendar
  if (next_change_at === null) {
    return t(
      is_open ? "settings.calendars.alwaysOpen" : "settings.calendars.closed"
    )
  }
  const when = momentText(
    t,
    "when",
    Date.parse(next_change_at),
    now,
    definition.time_zone
  )
  return t(
    is_open ? "settings.calendars.openUntil" : "settings.calendars.closedUntil",
    { when }
  )
}
