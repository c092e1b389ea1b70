import {
  type CalendarDefinition,
  WEEKDAYS,
  type WindowDefinition,
} from "../../../../business-time"

/** The same window on each day of the week. */
export function everyDay(
  window: WindowDefinition
): CalendarDefinition["weekly"] {
  return Object.fromEntries(WEEKDAYS.map((day) => [day, [window]]))
}
