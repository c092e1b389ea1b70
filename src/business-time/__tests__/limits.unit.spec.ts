import { CalendarError, compileCalendar } from "../index"
import { daily, kyivShop } from "./calendars"

const HOUR = 3600
const always = compileCalendar(daily("UTC", [["00:00", "24:00"]]))

function refusalOf(question: () => unknown): CalendarError {
  try {
    question()
  } catch (error) {
    if (error instanceof CalendarError) return error
    throw error
  }
  throw new Error("it was not refused")
}

describe("a question is refused, with the argument and what it may be", () => {
  const now = new Date("2026-03-03T12:00Z")
  const never = new Date(NaN)

  it("when a date is invalid", () => {
    expect(refusalOf(() => always.add(never, 1))).toMatchObject({
      code: "invalid_argument",
      field: "start",
      message: "start: is an invalid Date; it may be a valid Date",
    })
    expect(refusalOf(() => always.between(never, now)).field).toBe("start")
    expect(refusalOf(() => always.between(now, never)).field).toBe("end")
    expect(refusalOf(() => always.isOpen(never)).field).toBe("at")
    expect(refusalOf(() => always.nextOpening(never)).field).toBe("at")
    expect(refusalOf(() => always.windows(never, now)).field).toBe("from")
    expect(refusalOf(() => always.windows(now, never)).field).toBe("to")
    expect(refusalOf(() => always.explain(never, 1)).field).toBe("start")
  })

  it("when a date is not a Date", () => {
    const refusal = refusalOf(() =>
      Reflect.apply(always.add, always, ["2026-03-03", 1])
    )
    expect(refusal.message).toBe(
      'start: is "2026-03-03"; it may be a valid Date'
    )
  })

  it.each([NaN, Infinity, -Infinity])("when the duration is %d", (seconds) => {
    const refusal = refusalOf(() => always.add(now, seconds))
    expect(refusal).toMatchObject({
      code: "invalid_argument",
      field: "seconds",
    })
    expect(refusal.message).toBe(
      `seconds: is ${seconds}; it may be a finite number of seconds`
    )
    expect(refusalOf(() => always.explain(now, seconds)).field).toBe("seconds")
  })

  it("when the duration is not a number", () => {
    expect(
      refusalOf(() => Reflect.apply(always.add, always, [now, "60"])).message
    ).toBe('seconds: is "60"; it may be a finite number of seconds')
  })

  it("when windows are asked for from a later to an earlier instant", () => {
    expect(
      refusalOf(() => always.windows(now, new Date("2026-03-02T12:00Z")))
        .message
    ).toBe(
      "to: is 2026-03-02T12:00:00.000Z; it may not be before from, 2026-03-03T12:00:00.000Z"
    )
  })
})

describe("years", () => {
  it.each([
    "-100000-01-01T00:00Z",
    "1899-12-31T23:59:59.999Z",
    "2200-01-01T00:00Z",
    "+200000-01-01T00:00Z",
  ])("does not go to %s", (text) => {
    const date = new Date(text.replace(/^([+-])(\d{6})/, "$1$2"))
    expect(refusalOf(() => always.isOpen(date))).toMatchObject({
      code: "out_of_range",
      field: "at",
    })
  })

  it("goes from 1900 up to 2200, in either order", () => {
    const calendar = compileCalendar(kyivShop)
    const first = new Date("1900-01-01T00:00Z")
    const last = new Date("2199-12-31T23:59:59.999Z")
    const now = new Date("2026-03-03T10:00Z")
    const soon = calendar.add(now, HOUR)
    expect(calendar.isOpen(first)).toBe(false)
    const toNow = calendar.between(first, now)
    expect(calendar.isOpen(last)).toBe(false)
    const fromNow = calendar.between(now, last)
    expect(calendar.between(first, last)).toBe(toNow + fromNow)
    expect(calendar.add(first, toNow)).toEqual(now)
    expect(calendar.add(now, HOUR)).toEqual(soon)
  })

  it("ends an addition that would lead out of them with an error", () => {
    const now = new Date("2026-03-03T12:00Z")
    for (const seconds of [1e10, -1e10, 1e308, -1e308]) {
      expect(refusalOf(() => always.add(now, seconds))).toMatchObject({
        code: "out_of_range",
        field: "seconds",
      })
    }
    expect(refusalOf(() => always.add(now, 1e10)).message).toBe(
      "seconds: leads beyond the years that calendars are worked out for, from 1900-01-01 up to 2200-01-01 (UTC)"
    )
  })
})

describe("a calendar of nothing but exceptions", () => {
  const calendar = compileCalendar({
    time_zone: "UTC",
    weekly: {},
    exceptions: [
      { date: "2026-12-24", windows: [["09:00", "13:00"]] },
      { date: "2026-12-20", windows: [["09:00", "13:00"]] },
    ],
  })

  it("works as far as they go", () => {
    const before = new Date("2020-01-01T00:00Z")
    const after = new Date("2030-01-01T00:00Z")
    expect(calendar.nextOpening(before)).toEqual(new Date("2026-12-20T09:00Z"))
    expect(calendar.add(before, 8 * HOUR)).toEqual(
      new Date("2026-12-24T13:00Z")
    )
    expect(calendar.add(after, -8 * HOUR)).toEqual(
      new Date("2026-12-20T09:00Z")
    )
    expect(calendar.between(before, after)).toBe(8 * HOUR)
    expect(calendar.isOpen(after)).toBe(false)
  })

  it("ends with a clear error beyond the last one", () => {
    const refusal = refusalOf(() =>
      calendar.add(new Date("2026-12-24T12:00Z"), HOUR + 0.001)
    )
    expect(refusal).toMatchObject({ code: "no_opening_left", field: "seconds" })
    expect(refusal.message).toBe(
      "seconds: leads beyond the last opening: the calendar has no weekly windows, and the last of its exceptions closes at 2026-12-24T13:00:00.000Z"
    )
    const closed = new Date("2026-12-24T13:00Z")
    expect(refusalOf(() => calendar.nextOpening(closed))).toMatchObject({
      code: "no_opening_left",
      field: "at",
    })
    expect(refusalOf(() => calendar.add(closed, 0))).toMatchObject({
      code: "no_opening_left",
      field: "start",
    })
    expect(refusalOf(() => calendar.explain(closed, 1)).code).toBe(
      "no_opening_left"
    )
  })

  it("ends with a clear error before the first one", () => {
    expect(
      refusalOf(() => calendar.add(new Date("2026-12-20T10:00Z"), -HOUR - 1))
        .message
    ).toBe(
      "seconds: leads beyond the first opening: the calendar has no weekly windows, and the first of its exceptions opens at 2026-12-20T09:00:00.000Z"
    )
  })
})

it("goes on when a year of exceptions closes every date that has windows", () => {
  const mondays = Array.from({ length: 150 }, (_, week) =>
    new Date(Date.UTC(2026, 0, 5 + 7 * week)).toISOString().slice(0, 10)
  )
  const calendar = compileCalendar({
    time_zone: "UTC",
    weekly: { monday: [["09:00", "10:00"]] },
    exceptions: mondays.map((date) => ({ date, windows: [] })),
  })
  expect(calendar.nextOpening(new Date("2026-01-01T00:00Z"))).toEqual(
    new Date("2028-11-20T09:00Z")
  )
})

it("works out what is asked for beyond the compiled range, both ways", () => {
  const start = new Date("2026-03-03T12:00Z")
  const grown = compileCalendar(kyivShop)
  const wide = compileCalendar(kyivShop)
  wide.between(new Date("1990-01-01T00:00Z"), new Date("2080-01-01T00:00Z"))
  for (const seconds of [3e6, -3e6, 2e7, -2e7, 1e8, -1e8]) {
    const there = grown.add(start, seconds)
    expect(there).toEqual(wide.add(start, seconds))
    expect(grown.between(start, there)).toBe(seconds)
  }
})
