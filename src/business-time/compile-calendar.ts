import { instantOf, millisecondsOf } from "./arguments"
import { elapsed, moved, openingFrom } from "./arithmetic"
import type { BusinessCalendar } from "./business-calendar"
import { CalendarError } from "./calendar-error"
import type { CalendarDefinition } from "./definition"
import { explained } from "./explain"
import { parseDefinition } from "./parse-definition"
import { Timeline } from "./timeline"

/**
 * Compiles a business calendar. Keep the result: it computes its windows on
 * demand, a year or more at a time (a few milliseconds each), and then answers
 * in well under a microsecond.
 *
 * @throws CalendarError if the definition is invalid (its `field` says where)
 * or never opens.
 *
 * @example
 * const calendar = compileCalendar({
 *   time_zone: "Europe/Kyiv",
 *   weekly: { monday: [["09:00", "13:00"], ["14:00", "18:00"]] },
 *   exceptions: [{ date: "2026-12-25", windows: [], label: "Christmas" }],
 * })
 * calendar.add(new Date(), 20 * 60)
 */
export function compileCalendar(
  definition: CalendarDefinition
): BusinessCalendar {
  const schedule = parseDefinition(definition)
  const timeline = new Timeline(schedule)
  return {
    add(start, seconds) {
      const from = instantOf(start, "start")
      const duration = millisecondsOf(seconds, "seconds")
      return new Date(moved(timeline, from, duration))
    },

    between(start, end) {
      const from = instantOf(start, "start")
      return elapsed(timeline, from, instantOf(end, "end")) / 1000
    },

    isOpen(at) {
      const instant = instantOf(at, "at")
      return timeline.covering(instant).isOpen(instant)
    },

    nextOpening(at) {
      return new Date(openingFrom(timeline, instantOf(at, "at"), "at"))
    },

    windows(from, to) {
      const start = instantOf(from, "from")
      const end = instantOf(to, "to")
      if (end < start) {
        throw new CalendarError(
          "invalid_argument",
          "to",
          `to: is ${to.toISOString()}; it may not be before from, ${from.toISOString()}`
        )
      }
      timeline.covering(start)
      const windows = timeline.covering(end).windows(start, end)
      return windows.map(({ open, close }) => ({
        start: new Date(open),
        end: new Date(close),
      }))
    },

    explain(start, seconds) {
      const from = instantOf(start, "start")
      const duration = millisecondsOf(seconds, "seconds")
      return explained(schedule, timeline, from, duration)
    },
  }
}
