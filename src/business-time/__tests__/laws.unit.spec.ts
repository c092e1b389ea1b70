import assert from "node:assert/strict"

import fc from "fast-check"

import {
  type BusinessCalendar,
  type CalendarDefinition,
  compileCalendar,
} from "../index"
import { calendarsOf, instantsOf, ZONES } from "./random-calendars"

const WEEK = 7 * 86_400

interface Case {
  definition: CalendarDefinition
  /** Epoch milliseconds. */
  start: number
  later: number
  /** Durations as fractions of about three years of open time. */
  one: number
  other: number
}

const cases: fc.Arbitrary<Case> = fc
  .constantFrom(...ZONES)
  .chain((zone) => instantsOf(zone).map((about) => ({ zone, about })))
  .chain(({ zone, about }) =>
    fc.record({
      definition: calendarsOf(zone, about),
      start: fc
        .integer({ min: -WEEK * 1000, max: WEEK * 1000 })
        .map((distance) => about + distance),
      later: fc
        .oneof(
          fc.integer({ min: 0, max: 100_000_000 }),
          fc.integer({ min: 0, max: 120 }).map((weeks) => weeks * WEEK * 1000)
        )
        .map((distance) => about + distance),
      one: fc.double({ min: 0, max: 1, noNaN: true }),
      other: fc.double({ min: 0, max: 1, noNaN: true }),
    })
  )

interface Given {
  calendar: BusinessCalendar
  start: Date
  later: Date
  /** Positive, in seconds with milliseconds as decimals. */
  one: number
  other: number
}

function holds(law: (given: Given) => void): void {
  fc.assert(
    fc.property(cases, ({ definition, start, later, one, other }) => {
      const calendar = compileCalendar(definition)
      const aMonthOn = new Date(start + 4 * WEEK * 1000)
      const month = calendar.between(new Date(start), aMonthOn)
      const length = (part: number) =>
        Math.max(1, Math.floor(part * part * 20 * month * 1000)) / 1000
      law({
        calendar,
        start: new Date(start),
        later: new Date(Math.max(start, later)),
        one: length(one),
        other: length(other),
      })
    }),
    { numRuns: 100 }
  )
}

/** Milliseconds, so that sums of decimals compare exactly. */
function milliseconds(seconds: number): number {
  return Math.round(seconds * 1000)
}

describe("for all calendars, instants and durations", () => {
  it("what passes between a start and its sum is the duration", () => {
    holds(({ calendar, start, one }) => {
      assert.equal(calendar.between(start, calendar.add(start, one)), one)
      assert.equal(calendar.between(start, calendar.add(start, -one)), -one)
      assert.equal(calendar.between(start, calendar.add(start, 0)), 0)
    })
  })

  it("a later start never leads to an earlier sum", () => {
    holds(({ calendar, start, later, one }) => {
      for (const duration of [one, 0, -one]) {
        const sum = calendar.add(start, duration)
        assert.ok(sum <= calendar.add(later, duration))
      }
    })
  })

  it("a longer duration never leads to an earlier sum", () => {
    holds(({ calendar, start, one, other }) => {
      const ascending = [-one, -other, 0, one, other].sort((a, b) => a - b)
      const sums = ascending.map((duration) => +calendar.add(start, duration))
      assert.deepEqual(
        sums,
        [...sums].sort((a, b) => a - b)
      )
    })
  })

  it("adding twice is adding the sum", () => {
    holds(({ calendar, start, one, other }) => {
      for (const sign of [1, -1]) {
        assert.deepEqual(
          calendar.add(calendar.add(start, sign * one), sign * other),
          calendar.add(start, sign * (one + other))
        )
      }
    })
  })

  it("walking back undoes adding, as far as the calendar was open", () => {
    holds(({ calendar, start, one }) => {
      assert.deepEqual(
        calendar.add(calendar.add(start, one), -one),
        calendar.nextOpening(start)
      )
    })
  })

  it("zero is the next opening, and that is open", () => {
    holds(({ calendar, start }) => {
      const opening = calendar.nextOpening(start)
      assert.deepEqual(calendar.add(start, 0), opening)
      assert.ok(calendar.isOpen(opening))
      assert.equal(calendar.isOpen(start), +opening === +start)
    })
  })

  it("windows are apart, in order, and add up to what passes", () => {
    holds(({ calendar, start, later }) => {
      let passed = 0
      let last = -Infinity
      for (const window of calendar.windows(start, later)) {
        assert.ok(+window.start > last && window.end > window.start)
        last = +window.end
        passed += +window.end - +window.start
      }
      assert.equal(milliseconds(calendar.between(start, later)), passed)
    })
  })

  it("an explanation has no holes, and its open spans add up to the duration", () => {
    holds(({ calendar, start, one }) => {
      for (const duration of [Math.min(one, WEEK), 0, -Math.min(one, WEEK)]) {
        const { spans, ...facts } = calendar.explain(start, duration)
        const end = calendar.add(start, duration)
        assert.equal(facts.end, end.toISOString())
        const [from, to] = [start, end].sort((a, b) => +a - +b)
        assert.ok(from && to)
        let at = from.toISOString()
        let open = 0
        for (const span of spans) {
          assert.equal(span.start, at)
          assert.ok(span.end > span.start)
          at = span.end
          if (span.type === "open") open += milliseconds(span.seconds)
          const inside = calendar.between(
            new Date(span.start),
            new Date(span.end)
          )
          assert.equal(inside, span.type === "open" ? span.seconds : 0)
        }
        assert.equal(at, to.toISOString())
        assert.equal(open, milliseconds(Math.abs(duration)))
      }
    })
  })

  it("a calendar that has grown to an instant answers like one that began there", () => {
    // A calendar first compiles half a year before and a year after the first
    // instant it is asked about. These first questions place the boundary right
    // at the instant.
    const seams = fc.constantFrom(-366, 183)
    const day = 86_400_000
    fc.assert(
      fc.property(cases, seams, ({ definition, start: at }, seam) => {
        const grown = compileCalendar(definition)
        grown.isOpen(new Date(at + seam * day))
        const around = [new Date(at - 3 * day), new Date(at + 3 * day)] as const
        assert.deepEqual(
          grown.windows(...around),
          compileCalendar(definition).windows(...around)
        )
      }),
      { numRuns: 120 }
    )
  })
})
