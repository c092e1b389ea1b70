import type {
  AdminFollowUpCalendar,
  AdminFollowUpCalendarBinding,
} from "../../../src/api/admin/follow-ups/calendars/types"
import { isBound, type BindingDraft } from "./draft"

/** What another calendar has now, and which one that is. */
export function boundElsewhere(
  calendars: readonly AdminFollowUpCalendar[],
  calendarId: string
): (
  binding: BindingDraft
) => { binding: AdminFollowUpCalendarBinding; calendar: string } | undefined {
  return (binding) => {
    for (const { id, name, bindings } of calendars) {
      const found = bindings.find((one) => isBound([one], binding))
      if (id !== calendarId && found) {
        return { binding: found, calendar: name }
      }
    }
    return undefined
  }
}
