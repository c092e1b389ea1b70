export type { BusinessCalendar } from "./business-calendar"
export { CalendarError, type CalendarErrorCode } from "./calendar-error"
export { checkDefinition } from "./check-definition"
export {
  DEFINITION_PROBLEMS,
  DefinitionError,
  type DefinitionProblem,
} from "./definition-error"
export { fieldName, filled, quoted } from "./filled"
export { isSupported, SUPPORTED_RANGE } from "./supported-range"
export { compileCalendar } from "./compile-calendar"
export {
  type CalendarDefinition,
  type CalendarException,
  type Weekday,
  WEEKDAYS,
  type WindowDefinition,
} from "./definition"
export { localDateAt } from "./local-date"
export type { ClosedReason, ExplainedSpan, Explanation } from "./explanation"
