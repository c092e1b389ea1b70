import assert from "node:assert/strict"

import fc from "fast-check"

import {
  type BusinessCalendar,
  type CalendarDefinition,
  compileCalendar,
} from "../index"
import { MinuteWalker } from "./minute-walker"
import { calendarsOf, instantsOf, NOTABLE, ZONES } from "./random-calendars"

const MINUTE = 60_000
const DAY = 86_400_000

/**
 * Days on each side of the instant of a case: those that questions cover, and a
 * margin around them.
 */
const ASKED = 4
const WRITTEN = ASKED + 3

/** A calendar, an instant, and questions around it. */
interface Case {
  definition: CalendarDefinition
  about: number
  questions: readonly Question[]
}

/** Two instants, in milliseconds from the case's instant. */
interface Question {
  start: number
  end: number
}

const questions = fc.array(
  fc.record({
    start: fc.integer({ min: -ASKED * DAY, max: ASKED * DAY }),
    end: fc.integer({ min: -ASKED * DAY, max: ASKED * DAY }),
  }),
  { minLength: 3, maxLength: 3 }
)

function casesOf(timeZone: string, about: number): fc.Arbitrary<Case> {
  return fc.record({
    definition: calendarsOf(timeZone, about),
    about: fc.constant(about),
    questions,
  })
}

function check({ definition, about, questions }: Case): void {
  const calendar = compileCalendar(definition)
  const written = 2 * WRITTEN * (DAY / MINUTE)
  const walker = new MinuteWalker(definition, about - WRITTEN * DAY, written)
  const from = about - ASKED * DAY
  const to = about + ASKED * DAY
  const windows = walker.windows(from, to)
  assert.deepEqual(
    calendar
      .windows(new Date(from), new Date(to))
      .map((one) => ({ start: +one.start, end: +one.end })),
    windows
  )
  const edges = windows.flatMap(({ start, end }) => [start, end])
  for (const { start, end } of questions) {
    const edge = edges[Math.abs(start + end) % edges.length] ?? from
    const beside = edge + (Math.abs(end) % 3) - 1
    for (const [one, other] of [
      [about + start, about + end],
      [about + start, edge],
      [beside, about + end],
    ] as const) {
      checkWay(calendar, walker, Math.min(one, other), Math.max(one, other))
    }
  }
}

/** Without `expect`, which takes longer than the code under test. */
function checkWay(
  calendar: BusinessCalendar,
  walker: MinuteWalker,
  start: number,
  end: number
): void {
  const passed = walker.between(start, end)
  const seconds = passed / 1000
  assert.equal(calendar.between(new Date(start), new Date(end)), seconds)
  assert.equal(calendar.between(new Date(end), new Date(start)), 0 - seconds)
  assert.equal(calendar.isOpen(new Date(start)), walker.isOpen(start))
  const ways = [
    [start, 0],
    [start, passed],
    [start, Math.floor(passed / 2)],
    [end, -passed],
    [end, -Math.floor(passed / 2)],
  ] as const
  for (const [at, duration] of ways) {
    const expected = walker.add(at, duration)
    if (expected === undefined) continue
    const got = calendar.add(new Date(at), duration / 1000)
    assert.equal(+got, expected, `add(${at}, ${duration} ms)`)
    if (duration === 0) {
      assert.equal(+calendar.nextOpening(new Date(at)), expected)
    }
  }
}

describe("answers what walking over every minute answers", () => {
  it("in all zones, 1990 to 2040", () => {
    for (const zone of ZONES) {
      fc.assert(
        fc.property(
          instantsOf(zone).chain((about) => casesOf(zone, about)),
          check
        ),
        { numRuns: 3 }
      )
    }
  })

  it.each(NOTABLE)("in %s around %s", (zone, instant) => {
    const about = Date.parse(instant)
    fc.assert(fc.property(casesOf(zone, about), check), { numRuns: 10 })
  })
})
