/**
 * Prints results for many calendars, for a test to compare under different host
 * time zones. The first line proves that the host's zone is in effect: it is
 * the local time of one instant.
 */
import fc from "fast-check"

import { compileCalendar } from "../index"
import { calendarsOf, instantsOf, ZONES } from "./random-calendars"

const cases = fc
  .constantFrom(...ZONES)
  .chain((zone) => instantsOf(zone).map((about) => ({ zone, about })))
  .chain(({ zone, about }) =>
    fc.tuple(calendarsOf(zone, about), fc.constant(about))
  )

console.log(new Date(Date.UTC(2026, 6, 1, 12)).toString())

for (const [definition, about] of fc.sample(cases, { numRuns: 60, seed: 1 })) {
  const calendar = compileCalendar(definition)
  const start = new Date(about)
  const end = new Date(about + 10 * 86_400_000)
  const sum = calendar.add(start, 40_000)
  console.log(
    JSON.stringify([
      definition.time_zone,
      sum,
      calendar.add(start, -40_000),
      calendar.between(start, end),
      calendar.isOpen(start),
      calendar.nextOpening(start),
      calendar.windows(start, end),
      calendar.explain(start, 40_000),
    ])
  )
}
