import type { CalendarDefinition } from "./definition"
import { parseDefinition } from "./parse-definition"
import { Timeline } from "./timeline"

/**
 * Checks that a value from an untrusted source is a definition that
 * `compileCalendar` accepts.
 *
 * @throws CalendarError for the first error (its `field` says where), and if
 * the calendar would never open
 */
export function checkDefinition(
  definition: unknown
): asserts definition is CalendarDefinition {
  new Timeline(parseDefinition(definition))
}
