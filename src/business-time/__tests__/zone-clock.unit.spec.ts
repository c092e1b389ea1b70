import assert from "node:assert/strict"

import fc from "fast-check"

import { Temporal } from "temporal-polyfill"
import { ZoneClock } from "../zone-clock"
import { instantsOf, NOTABLE, ZONES } from "./random-calendars"

const MINUTE = 60_000
const DAY = 86_400_000

/** The polyfill's own result for a reading. */
function byTemporal(timeZone: string, reading: number): number {
  return Temporal.Instant.fromEpochMilliseconds(reading)
    .toZonedDateTimeISO("UTC")
    .toPlainDateTime()
    .toZonedDateTime(timeZone, { disambiguation: "compatible" })
    .epochMilliseconds
}

function check(timeZone: string, about: number, distance: number): void {
  const clock = ZoneClock.over(timeZone, about - 5 * DAY, about + 5 * DAY)
  const reading = about + distance
  assert.equal(clock.instantOf(reading), byTemporal(timeZone, reading))
  const shown = Temporal.Instant.fromEpochMilliseconds(reading)
    .toZonedDateTimeISO(timeZone)
    .toPlainDate()
  assert.equal(
    clock.dateOf(reading),
    Temporal.PlainDate.from("1970-01-01").until(shown).days
  )
}

const distances = fc
  .integer({ min: -(2 * DAY) / MINUTE, max: (2 * DAY) / MINUTE })
  .map((minutes) => minutes * MINUTE)

describe("the clock of a zone reads as Temporal's “compatible” does", () => {
  it("in all zones, 1990 to 2040", () => {
    for (const zone of ZONES) {
      fc.assert(
        fc.property(instantsOf(zone), distances, (about, distance) =>
          check(zone, about, distance)
        ),
        { numRuns: 10 }
      )
    }
  })

  it.each(NOTABLE)("in %s around %s", (zone, instant) => {
    fc.assert(
      fc.property(distances, (distance) =>
        check(zone, Date.parse(instant), distance)
      ),
      { numRuns: 100 }
    )
  })
})

it("has no date that the zone skipped", () => {
  const days = (date: string) => Date.parse(date) / DAY
  const over = (zone: string, date: string) =>
    ZoneClock.over(zone, Date.parse(date) - 9 * DAY, Date.parse(date) + 9 * DAY)
  const samoa = over("Pacific/Apia", "2011-12-30")
  expect(samoa.hasDate(days("2011-12-29"))).toBe(true)
  expect(samoa.hasDate(days("2011-12-30"))).toBe(false)
  expect(samoa.hasDate(days("2011-12-31"))).toBe(true)
  const kwajalein = over("Pacific/Kwajalein", "1993-08-21")
  expect(kwajalein.hasDate(days("1993-08-20"))).toBe(true)
  expect(kwajalein.hasDate(days("1993-08-21"))).toBe(false)
  expect(kwajalein.hasDate(days("1993-08-22"))).toBe(true)
})
