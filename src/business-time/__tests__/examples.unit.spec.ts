import { compileCalendar } from "../index"
import { asText, daily, kyivShop } from "./calendars"

const MINUTE = 60
const HOUR = 3600

describe("a shop in Kyiv, Mon-Fri 09:00-18:00, Sat 10:00-15:00", () => {
  const calendar = compileCalendar(kyivShop)

  it("gives an order at Tue 17:52 its 20-minute target at Wed 09:12", () => {
    expect(
      calendar.add(new Date("2026-03-03T17:52+02:00"), 20 * MINUTE)
    ).toEqual(new Date("2026-03-04T09:12+02:00"))
  })

  it("starts an order of Fri 18:01 at Sat 10:00", () => {
    const placed = new Date("2026-03-06T18:01+02:00")
    expect(calendar.add(placed, 0)).toEqual(new Date("2026-03-07T10:00+02:00"))
    expect(calendar.nextOpening(placed)).toEqual(
      new Date("2026-03-07T10:00+02:00")
    )
  })

  it("starts an order of Sat 15:00 at Mon 09:00", () => {
    const placed = new Date("2026-03-07T15:00+02:00")
    expect(calendar.isOpen(placed)).toBe(false)
    expect(calendar.add(placed, 0)).toEqual(new Date("2026-03-09T09:00+02:00"))
    expect(calendar.add(placed, 20 * MINUTE)).toEqual(
      new Date("2026-03-09T09:20+02:00")
    )
  })

  it("is open at an opening and closed at a closing", () => {
    expect(calendar.isOpen(new Date("2026-03-03T08:59:59.999+02:00"))).toBe(
      false
    )
    expect(calendar.isOpen(new Date("2026-03-03T09:00+02:00"))).toBe(true)
    expect(calendar.isOpen(new Date("2026-03-03T17:59:59.999+02:00"))).toBe(
      true
    )
    expect(calendar.isOpen(new Date("2026-03-03T18:00+02:00"))).toBe(false)
  })

  it("says that the next opening is now while it is open", () => {
    const now = new Date("2026-03-03T12:34:56.789+02:00")
    expect(calendar.nextOpening(now)).toEqual(now)
    expect(calendar.add(now, 0)).toEqual(now)
  })

  it("ends a duration that uses up a window at its close, not at the next opening", () => {
    expect(calendar.add(new Date("2026-03-03T09:00+02:00"), 9 * HOUR)).toEqual(
      new Date("2026-03-03T18:00+02:00")
    )
    expect(calendar.add(new Date("2026-03-03T09:00+02:00"), 18 * HOUR)).toEqual(
      new Date("2026-03-04T18:00+02:00")
    )
  })

  it("walks back with a negative duration", () => {
    expect(calendar.add(new Date("2026-03-04T09:12+02:00"), -HOUR)).toEqual(
      new Date("2026-03-03T17:12+02:00")
    )
  })

  it("ends a walk back by exactly a window's length at its opening", () => {
    expect(calendar.add(new Date("2026-03-03T18:00+02:00"), -9 * HOUR)).toEqual(
      new Date("2026-03-03T09:00+02:00")
    )
    expect(calendar.add(new Date("2026-03-09T03:00+02:00"), -5 * HOUR)).toEqual(
      new Date("2026-03-07T10:00+02:00")
    )
  })

  it("counts business seconds between two instants, either way round", () => {
    const friday = new Date("2026-03-06T17:30+02:00")
    const monday = new Date("2026-03-09T09:15+02:00")
    expect(calendar.between(friday, monday)).toBe((30 + 15) * MINUTE + 5 * HOUR)
    expect(calendar.between(monday, friday)).toBe(
      -(30 + 15) * MINUTE - 5 * HOUR
    )
    expect(calendar.between(friday, friday)).toBe(0)
  })

  it("counts milliseconds as decimals, and rounds a duration to them", () => {
    const start = new Date("2026-03-03T10:00+02:00")
    expect(calendar.between(start, calendar.add(start, 0.25))).toBe(0.25)
    expect(calendar.add(start, 1.0004)).toEqual(calendar.add(start, 1))
  })

  it("lists its windows, cut off at both ends", () => {
    const from = new Date("2026-03-06T12:00Z")
    const to = new Date("2026-03-09T08:30Z")
    expect(asText(calendar.windows(from, to))).toEqual([
      "2026-03-06T12:00Z/2026-03-06T16:00Z",
      "2026-03-07T08:00Z/2026-03-07T13:00Z",
      "2026-03-09T07:00Z/2026-03-09T08:30Z",
    ])
  })

  it("lists no window for no time, nor for closed time", () => {
    const noon = new Date("2026-03-06T12:00Z")
    expect(calendar.windows(noon, noon)).toEqual([])
    expect(
      calendar.windows(
        new Date("2026-03-08T00:00Z"),
        new Date("2026-03-08T12:00Z")
      )
    ).toEqual([])
  })
})

describe("windows", () => {
  const day = (date: string) =>
    [new Date(`${date}T00:00Z`), new Date(`${date}T24:00Z`)] as const

  it("of one day may be several", () => {
    const calendar = compileCalendar(
      daily("UTC", [
        ["14:00", "18:00"],
        ["09:00", "13:00"],
      ])
    )
    expect(asText(calendar.windows(...day("2026-03-03")))).toEqual([
      "2026-03-03T09:00Z/2026-03-03T13:00Z",
      "2026-03-03T14:00Z/2026-03-03T18:00Z",
    ])
    expect(calendar.add(new Date("2026-03-03T12:30Z"), HOUR)).toEqual(
      new Date("2026-03-03T14:30Z")
    )
  })

  it("that overlap or touch are one", () => {
    const calendar = compileCalendar(
      daily("UTC", [
        ["09:00", "12:00"],
        ["11:00", "13:00"],
        ["13:00", "14:00"],
        ["09:30", "10:00"],
      ])
    )
    expect(asText(calendar.windows(...day("2026-03-03")))).toEqual([
      "2026-03-03T09:00Z/2026-03-03T14:00Z",
    ])
  })

  it("may end at 24:00", () => {
    const calendar = compileCalendar(daily("UTC", [["20:00", "24:00"]]))
    expect(asText(calendar.windows(...day("2026-03-03")))).toEqual([
      "2026-03-03T20:00Z/2026-03-04T00:00Z",
    ])
  })

  it("that end at or before their start end on the next day", () => {
    const night = compileCalendar({
      time_zone: "UTC",
      weekly: { friday: [["22:00", "06:00"]], sunday: [["09:00", "09:00"]] },
    })
    expect(
      asText(
        night.windows(
          new Date("2026-03-06T00:00Z"),
          new Date("2026-03-13T00:00Z")
        )
      )
    ).toEqual([
      "2026-03-06T22:00Z/2026-03-07T06:00Z",
      "2026-03-08T09:00Z/2026-03-09T09:00Z",
    ])
  })

  it("may leave no closed time at all", () => {
    const always = compileCalendar(daily("Europe/Kyiv", [["00:00", "24:00"]]))
    const start = new Date("2026-03-03T12:00Z")
    expect(always.windows(start, new Date("2031-03-03T12:00Z"))).toEqual([
      { start, end: new Date("2031-03-03T12:00Z") },
    ])
    expect(always.add(start, 1e8)).toEqual(new Date(start.getTime() + 1e11))
    expect(always.add(start, -1e8)).toEqual(new Date(start.getTime() - 1e11))
  })
})

describe("an exception", () => {
  it("replaces the windows that start on its date, and leaves the night shift that started the day before", () => {
    const calendar = compileCalendar(
      daily(
        "UTC",
        [["22:00", "06:00"]],
        [{ date: "2026-12-25", windows: [["12:00", "13:00"]], label: "short" }]
      )
    )
    expect(
      asText(
        calendar.windows(
          new Date("2026-12-25T00:00Z"),
          new Date("2026-12-27T00:00Z")
        )
      )
    ).toEqual([
      "2026-12-25T00:00Z/2026-12-25T06:00Z",
      "2026-12-25T12:00Z/2026-12-25T13:00Z",
      "2026-12-26T22:00Z/2026-12-27T00:00Z",
    ])
  })

  it("without windows closes its date", () => {
    const calendar = compileCalendar({
      ...kyivShop,
      exceptions: [{ date: "2026-03-04", windows: [], label: "Inventory" }],
    })
    expect(
      calendar.add(new Date("2026-03-03T17:52+02:00"), 20 * MINUTE)
    ).toEqual(new Date("2026-03-05T09:12+02:00"))
  })

  it("opens a date whose weekday has no windows", () => {
    const calendar = compileCalendar({
      ...kyivShop,
      exceptions: [{ date: "2026-03-08", windows: [["11:00", "12:00"]] }],
    })
    expect(calendar.nextOpening(new Date("2026-03-07T15:00+02:00"))).toEqual(
      new Date("2026-03-08T11:00+02:00")
    )
  })
})

it("does not change when its definition is changed afterwards", () => {
  const definition = {
    time_zone: "UTC",
    weekly: { monday: [["09:00", "10:00"]] as [string, string][] },
    exceptions: [],
  }
  const calendar = compileCalendar(definition)
  definition.weekly.monday.push(["11:00", "12:00"])
  expect(
    calendar.windows(
      new Date("2026-03-02T00:00Z"),
      new Date("2026-03-03T00:00Z")
    )
  ).toHaveLength(1)
})
