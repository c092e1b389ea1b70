import type { CalendarDefinition } from "../../../../business-time"
import type { Calendar, CalendarBinding } from "../calendars/calendar"
import { PLAIN_PLAYBOOK } from "../playbooks/default-playbooks"
import type { Playbook } from "../playbooks/playbook"
import type { RuleBook } from "../rule-book"

export const WEEK: CalendarDefinition = {
  time_zone: "Europe/Sofia",
  weekly: { monday: [["09:00", "18:00"]], tuesday: [["09:00", "18:00"]] },
  exceptions: [],
}

export const NIGHTS: CalendarDefinition = {
  time_zone: "Europe/Sofia",
  weekly: { monday: [["20:00", "04:00"]] },
  exceptions: [{ date: "2026-12-24", windows: [], label: "Christmas Eve" }],
}

export function aCalendar(facts: Partial<Calendar> = {}): Calendar {
  return {
    id: "day",
    version: 1,
    name: "Opening hours",
    definition: WEEK,
    is_default: true,
    is_edited: false,
    ...facts,
  }
}

export function aPlaybook(
  id: string,
  calendar_id: string | null = null
): Playbook {
  return {
    id,
    version: 1,
    type: "confirm_order",
    name: id,
    definition: { ...PLAIN_PLAYBOOK, calendar_id },
    enabled: true,
    position: 0,
    is_seeded: false,
    is_edited: true,
  }
}

export function aBinding(
  calendar_id: string,
  scope: CalendarBinding["scope"],
  reference_id: string
): CalendarBinding {
  return { id: `${scope}:${reference_id}`, calendar_id, scope, reference_id }
}

/** A shop that is open by day, and by night for its taxi channel and region. */
export function aRuleBook(facts: Partial<RuleBook> = {}): RuleBook {
  return {
    calendars: [
      aCalendar(),
      aCalendar({
        id: "night",
        version: 3,
        name: "Night shift",
        definition: NIGHTS,
        is_default: false,
        is_edited: true,
      }),
      aCalendar({
        id: "spare",
        name: "Spare",
        is_default: false,
        is_edited: true,
      }),
    ],
    bindings: [
      aBinding("night", "sales_channel", "sc_taxi"),
      aBinding("night", "region", "reg_sofia"),
    ],
    playbooks: [aPlaybook("by_night", "night"), aPlaybook("plain")],
    ...facts,
  }
}
