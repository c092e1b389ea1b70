import fc from "fast-check"
import { compileCalendar } from "../../../../../business-time"
import { readTimer, type TimerReading } from "../read-timer"
import {
  aTask,
  aTaskOpenedAt,
  justAfter,
  kyivShop,
  monday,
} from "../../__tests__/task-fixture"

const allDay: [string, string][] = [["00:00", "24:00"]]

const alwaysOpen = compileCalendar({
  time_zone: "Europe/Kyiv",
  weekly: {
    monday: allDay,
    tuesday: allDay,
    wednesday: allDay,
    thursday: allDay,
    friday: allDay,
    saturday: allDay,
    sunday: allDay,
  },
  exceptions: [],
})

/** Closed on two days of the year, so that a window is longer than a week. */
const almostAlwaysOpen = compileCalendar({
  time_zone: "Europe/Kyiv",
  weekly: {
    monday: allDay,
    tuesday: allDay,
    wednesday: allDay,
    thursday: allDay,
    friday: allDay,
    saturday: allDay,
    sunday: allDay,
  },
  exceptions: [
    { date: "2026-10-30", windows: [], label: "Stocktaking" },
    { date: "2026-12-25", windows: [], label: "Christmas" },
  ],
})

const nights = compileCalendar({
  time_zone: "Australia/Lord_Howe",
  weekly: {
    tuesday: [["22:00", "02:15"]],
    saturday: [
      ["23:30", "04:00"],
      ["12:00", "12:03"],
    ],
  },
  exceptions: [],
})

const instant = fc.date({
  min: new Date("2026-10-01T00:00:00Z"),
  max: new Date("2026-11-30T00:00:00Z"),
  noInvalidDate: true,
})

const shown = ({ state, level, counting_to }: TimerReading) => ({
  state,
  level,
  counting_to,
})

/** The farthest that is looked ahead where no change is announced. */
const A_MONTH_MS = 30 * 86_400_000

describe.each([
  ["a shop by day", kyivShop],
  ["a shop that never closes", alwaysOpen],
  ["a shop that hardly ever closes", almostAlwaysOpen],
  ["a shop by night", nights],
])("in %s", (_, calendar) => {
  const moments = fc.record({
    opened_at: instant,
    /** Around the deadlines rather than anywhere. */
    later_ms: fc.oneof(
      fc.integer({ min: 0, max: 2 * 3_600_000 }),
      fc.integer({ min: 0, max: A_MONTH_MS })
    ),
    part: fc.double({ min: 0, max: 1, noNaN: true }),
  })

  it("nothing changes before the next change, and time passes evenly until then", () => {
    fc.assert(
      fc.property(moments, ({ opened_at, later_ms, part }) => {
        const task = aTaskOpenedAt(opened_at, {}, calendar)
        const now = new Date(opened_at.getTime() + later_ms)
        const reading = readTimer(task, calendar, now)
        const end =
          reading.next_change_at?.getTime() ?? now.getTime() + A_MONTH_MS
        const between = new Date(
          now.getTime() + Math.floor((end - 1 - now.getTime()) * part)
        )

        const later = readTimer(task, calendar, between)
        expect(shown(later)).toEqual(shown(reading))
        const elapsed =
          reading.state === "running"
            ? (between.getTime() - now.getTime()) / 1000
            : 0
        expect(later.business_seconds_left).toBeCloseTo(
          (reading.business_seconds_left ?? NaN) - elapsed,
          6
        )
      }),
      { numRuns: 300 }
    )
  })

  it("something has changed right after it", () => {
    fc.assert(
      fc.property(moments, ({ opened_at, later_ms }) => {
        const task = aTaskOpenedAt(opened_at, {}, calendar)
        const now = new Date(opened_at.getTime() + later_ms)
        const reading = readTimer(task, calendar, now)
        if (reading.next_change_at) {
          expect(reading.next_change_at.getTime()).toBeGreaterThan(
            now.getTime()
          )
          expect(
            shown(readTimer(task, calendar, justAfter(reading.next_change_at)))
          ).not.toEqual(shown(reading))
        }
      }),
      { numRuns: 300 }
    )
  })
})

describe("at the very moment of a deadline, which is still in time", () => {
  it.each([
    ["target", monday("09:20")],
    ["limit", monday("10:00")],
  ])("the next change comes right after the %s", (_, deadline) => {
    expect(readTimer(aTask(), kyivShop, deadline).next_change_at).toEqual(
      justAfter(deadline)
    )
  })
})

it("nothing ever changes once the limit passed in a shop that never closes", () => {
  expect(
    readTimer(aTask(), alwaysOpen, monday("12:00")).next_change_at
  ).toBeNull()
})

describe("in a shop whose calendar has no opening left", () => {
  const market = compileCalendar({
    time_zone: "Europe/Kyiv",
    weekly: {},
    exceptions: [
      { date: "2026-11-23", windows: [["09:00", "09:30"]], label: "Market" },
    ],
  })

  it("a task can still be read: it is closed and opens no more", () => {
    expect(readTimer(aTask(), market, monday("09:40"))).toEqual({
      state: "closed",
      level: "critical",
      counting_to: "response_limit",
      business_seconds_left: 0,
      next_change_at: monday("10:00"),
      opens_at: null,
    })
  })

  it("a task can be read in the first minutes there are", () => {
    const task = aTask({ response_limit_at: monday("09:04") })
    expect(readTimer(task, market, monday("09:01")).level).toBe("critical")
  })
})
