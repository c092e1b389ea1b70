import fc from "fast-check"

import {
  type CalendarDefinition,
  type CalendarException,
  WEEKDAYS,
  type WindowDefinition,
} from "../index"
import { Temporal } from "temporal-polyfill"

const MINUTE = 60_000
const DAY = 86_400_000

export const ZONES = Intl.supportedValuesOf("timeZone")

/**
 * Instants around unusual transitions. Random instants find daylight saving
 * changes, but would rarely find these.
 */
export const NOTABLE: readonly (readonly [zone: string, instant: string])[] = [
  ["Pacific/Apia", "2011-12-30T10:00Z"], // skipped a date
  ["Pacific/Fakaofo", "2011-12-30T11:00Z"], // the same
  ["Pacific/Kwajalein", "1993-08-21T12:00Z"], // the same
  ["Pacific/Kiritimati", "1994-12-31T10:40Z"], // the same, and forty minutes
  ["Pacific/Enderbury", "1994-12-31T11:00Z"], // the same
  ["Australia/Lord_Howe", "2026-04-04T15:00Z"], // half an hour
  ["Australia/Lord_Howe", "2026-10-03T15:30Z"],
  ["Antarctica/Troll", "2026-03-29T01:00Z"], // two hours
  ["Antarctica/Troll", "2026-10-25T01:00Z"],
  ["America/St_Johns", "2006-04-02T03:31Z"], // at one minute past midnight
  ["America/St_Johns", "2006-10-29T02:31Z"], // back over midnight
  ["America/Havana", "2026-03-08T05:00Z"], // midnight is skipped
  ["America/Sao_Paulo", "2018-11-04T03:00Z"], // the same
  ["America/Sao_Paulo", "2019-02-17T02:00Z"], // 23:00 comes twice
  ["Africa/Casablanca", "2026-02-15T02:00Z"], // Ramadan
  ["Africa/Cairo", "2010-08-10T22:00Z"], // Ramadan, within summer time
  ["America/Caracas", "2007-12-09T07:00Z"], // half an hour, for good
  ["Asia/Pyongyang", "2018-05-04T15:00Z"], // half an hour, for good
  ["Asia/Kathmandu", "1985-12-31T18:30Z"], // a quarter of an hour
  ["Europe/Dublin", "2026-03-29T01:00Z"], // negative summer time
  ["Europe/Kyiv", "1990-07-01T00:00Z"],
]

/** On the half hour, at odd minutes, and at clock changes. */
const time = fc.oneof(
  fc.constantFrom("00:00", "00:30", "01:00", "01:30", "02:00", "02:30"),
  fc.constantFrom("03:00", "09:00", "13:00", "17:30", "22:00", "23:30"),
  fc
    .integer({ min: 0, max: 1439 })
    .map((minutes) => new Date(minutes * MINUTE).toISOString().slice(11, 16))
)

const window = fc.tuple(
  time,
  fc.oneof({ weight: 5, arbitrary: time }, fc.constant("24:00"))
) satisfies fc.Arbitrary<WindowDefinition>

const weekly = fc
  .tuple(...WEEKDAYS.map(() => fc.array(window, { maxLength: 3 })))
  .filter((days) => days.some((windows) => windows.length > 0))
  .map((days): CalendarDefinition["weekly"] =>
    Object.fromEntries(WEEKDAYS.map((day, index) => [day, days[index]]))
  )

/** Some of the dates from four days before to four days after an instant. */
function exceptionsAround(instant: number): fc.Arbitrary<CalendarException[]> {
  return fc.uniqueArray(
    fc.record({
      date: fc
        .integer({ min: -4, max: 4 })
        .map((days) =>
          new Date(instant + days * DAY).toISOString().slice(0, 10)
        ),
      windows: fc.array(window, { maxLength: 2 }),
      label: fc.constantFrom("Holiday", null),
    }),
    { maxLength: 3, selector: ({ date }) => date }
  )
}

/** A random calendar of a zone, with exceptions around an instant. */
export function calendarsOf(
  timeZone: string,
  instant: number
): fc.Arbitrary<CalendarDefinition> {
  return fc.record({
    time_zone: fc.constant(timeZone),
    weekly,
    exceptions: exceptionsAround(instant),
  })
}

/** Whole minutes from 1990 to 2040, half of them at a change of the zone's clock. */
export function instantsOf(timeZone: string): fc.Arbitrary<number> {
  const any = fc
    .integer({
      min: Date.UTC(1990, 0, 1) / MINUTE,
      max: Date.UTC(2041, 0, 1) / MINUTE - 1,
    })
    .map((minutes) => minutes * MINUTE)
  return fc.oneof(
    any,
    any.map((instant) => nextChange(timeZone, instant) ?? instant)
  )
}

function nextChange(timeZone: string, instant: number): number | undefined {
  return Temporal.Instant.fromEpochMilliseconds(instant)
    .toZonedDateTimeISO(timeZone)
    .getTimeZoneTransition("next")?.epochMilliseconds
}
