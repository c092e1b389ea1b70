import type { CalendarDefinition } from "./definition"
import { parseDefinition } from "./parse-definition"
import { Timeline } from "./timeline"

/**
 * Says whether something that may come from anywhere is a definition that
 * `compileCalendar` takes.
 *
 * @throws CalendarError for the first thing that is wrong (its `field` says
 * where), and where the calendar would never open
 */
export function checkDefinition(
  definition: unknown
): asserts definition is CalendarDefinition {
  new Timeline(parseDefinition(definition))
}
