export type { BusinessCalendar } from "./business-calendar"
export { CalendarError, type CalendarErrorCode } from "./calendar-error"
export { checkDefinition } from "./check-definition"
export { compileCalendar } from "./compile-calendar"
export {
  type CalendarDefinition,
  type CalendarException,
  type Weekday,
  WEEKDAYS,
  type WindowDefinition,
} from "./definition"
export type { ClosedReason, ExplainedSpan, Explanation } from "./explanation"
