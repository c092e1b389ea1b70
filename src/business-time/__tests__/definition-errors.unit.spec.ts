import { CalendarError, compileCalendar } from "../index"

const monday = { monday: [["09:00", "18:00"]] }

/** The error for a definition of any shape, such as one from a request. */
function refusalOf(definition: unknown): CalendarError {
  try {
    Reflect.apply(compileCalendar, undefined, [definition])
  } catch (error) {
    if (error instanceof CalendarError) return error
    throw error
  }
  throw new Error("it was not refused")
}

function refusalOfWindow(window: unknown): string {
  return refusalOf({
    time_zone: "UTC",
    weekly: { monday: [["08:00", "09:00"], window] },
  }).message
}

function refusalOfException(exception: unknown): string {
  return refusalOf({
    time_zone: "UTC",
    weekly: monday,
    exceptions: [exception],
  }).message
}

describe("a definition is refused, with the field, what it was and what it may be", () => {
  it.each([
    [
      null,
      "definition: is null; a calendar is an object with time_zone, weekly and exceptions",
    ],
    [
      "always",
      'definition: is "always"; a calendar is an object with time_zone, weekly and exceptions',
    ],
    [
      [],
      "definition: is []; a calendar is an object with time_zone, weekly and exceptions",
    ],
  ])("when it is %j", (definition, message) => {
    expect(refusalOf(definition).message).toBe(message)
  })

  it.each([
    ["Europe/Kiyv", '"Europe/Kiyv"'],
    ["", '""'],
    ["+02:00", '"+02:00"'],
    ["PST", '"PST"'],
    ["UTC\u0000", '"UTC\\u0000"'],
    ["2026-01-01T00:00Z", '"2026-01-01T00:00Z"'],
    [3, "3"],
    [undefined, "missing"],
  ])("when its zone is %j", (time_zone, shown) => {
    const refusal = refusalOf({ time_zone, weekly: monday })
    expect(refusal).toMatchObject({
      name: "CalendarError",
      code: "invalid_definition",
      field: "time_zone",
      message: `time_zone: is ${shown}; it may be an IANA time zone name such as "Europe/Kyiv" or "America/New_York"`,
    })
  })

  it.each([
    ["9", '"9"'],
    ["9:00", '"9:00"'],
    ["25:00", '"25:00"'],
    ["24:00", '"24:00"'],
    ["12:60", '"12:60"'],
    [" 09:00", '" 09:00"'],
    ["09:00:00", '"09:00:00"'],
    [9, "9"],
    [null, "null"],
  ])("when a window starts at %j", (start, shown) => {
    expect(refusalOfWindow([start, "18:00"])).toBe(
      `weekly.monday[1]: its start is ${shown}; a time is written HH:MM, here from "00:00" to "23:59"`
    )
  })

  it.each([
    ["25:00", '"25:00"'],
    ["24:01", '"24:01"'],
    ["18", '"18"'],
    [undefined, "missing"],
  ])("when a window ends at %j", (end, shown) => {
    expect(refusalOfWindow(["09:00", end])).toBe(
      `weekly.monday[1]: its end is ${shown}; a time is written HH:MM, here from "00:00" to "24:00"`
    )
  })

  it.each([
    [["09:00"]],
    [["09:00", "10:00", "11:00"]],
    ["09:00-10:00"],
    [null],
  ])("when a window is %j", (window) => {
    expect(refusalOfWindow(window)).toBe(
      `weekly.monday[1]: is ${JSON.stringify(window)}; a window is a start and an end such as ["09:00","18:00"]`
    )
  })

  it.each([
    [
      { Monday: [] },
      "weekly.Monday: is not a weekday; weekdays are written monday, tuesday, wednesday, thursday, friday, saturday, sunday",
    ],
    [
      { monday: "09:00" },
      'weekly.monday: is "09:00"; it may be a list of windows such as [["09:00","18:00"]], or [] for a day without any',
    ],
    [
      { monday: null },
      'weekly.monday: is null; it may be a list of windows such as [["09:00","18:00"]], or [] for a day without any',
    ],
    [
      [],
      'weekly: is []; it may be an object such as { "monday": [["09:00","18:00"]] }',
    ],
    [
      undefined,
      'weekly: is missing; it may be an object such as { "monday": [["09:00","18:00"]] }',
    ],
  ])("when its week is %j", (weekly, message) => {
    expect(refusalOf({ time_zone: "UTC", weekly }).message).toBe(message)
  })

  it("when a day has more than 24 windows", () => {
    const windows = Array.from({ length: 25 }, () => ["09:00", "10:00"])
    expect(
      refusalOf({ time_zone: "UTC", weekly: { friday: windows } }).message
    ).toBe("weekly.friday: has 25 windows; a day may have at most 24")
  })

  it.each([
    ["2026-02-30", "it may be a date that exists, written YYYY-MM-DD"],
    ["2025-02-29", "it may be a date that exists, written YYYY-MM-DD"],
    ["25.12.2026", "it may be a date that exists, written YYYY-MM-DD"],
    ["2026-12-25T00:00", "it may be a date that exists, written YYYY-MM-DD"],
    ["1899-12-31", "it may be a date from 1900-01-01 up to 2200-01-01 (UTC)"],
    ["2200-01-01", "it may be a date from 1900-01-01 up to 2200-01-01 (UTC)"],
  ])("when the date of an exception is %j", (date, problem) => {
    expect(refusalOfException({ date, windows: [] })).toBe(
      `exceptions[0].date: is "${date}"; ${problem}`
    )
  })

  it("when an exception has no windows list, a bad window, a label that is no text, or is none", () => {
    expect(refusalOfException({ date: "2026-12-25" })).toBe(
      'exceptions[0].windows: is missing; it may be a list of windows such as [["09:00","18:00"]], or [] for a day without any'
    )
    expect(
      refusalOfException({ date: "2026-12-25", windows: [["9", "10:00"]] })
    ).toBe(
      'exceptions[0].windows[0]: its start is "9"; a time is written HH:MM, here from "00:00" to "23:59"'
    )
    expect(
      refusalOfException({ date: "2026-12-25", windows: [], label: 7 })
    ).toBe("exceptions[0].label: is 7; it may be a text or null")
    expect(refusalOfException("2026-12-25")).toBe(
      'exceptions[0]: is "2026-12-25"; an exception is an object with date, windows and label'
    )
  })

  it("when its exceptions are not a list", () => {
    expect(
      refusalOf({ time_zone: "UTC", weekly: monday, exceptions: {} }).field
    ).toBe("exceptions")
  })

  it("when two exceptions have one date", () => {
    const refusal = refusalOf({
      time_zone: "UTC",
      weekly: monday,
      exceptions: [
        { date: "2026-12-25", windows: [] },
        { date: "2026-12-26", windows: [] },
        { date: "2026-12-25", windows: [["09:00", "10:00"]] },
      ],
    })
    expect(refusal.field).toBe("exceptions[2].date")
    expect(refusal.message).toBe(
      'exceptions[2].date: is "2026-12-25", as is that of exceptions[0]; a date may have one exception'
    )
  })

  it("with no more of a long value than can be read", () => {
    const message = refusalOf({
      time_zone: "x".repeat(1e6),
      weekly: monday,
    }).message
    expect(message.length).toBeLessThan(200)
  })
})

describe("a calendar that never opens is refused", () => {
  it.each([
    ["no windows at all", {}],
    ["days without windows", { monday: [], sunday: [] }],
  ])("when it has %s", (_, weekly) => {
    expect(refusalOf({ time_zone: "UTC", weekly })).toMatchObject({
      code: "never_opens",
      field: "weekly",
    })
  })

  it("when its exceptions have no windows either", () => {
    expect(
      refusalOf({
        time_zone: "UTC",
        weekly: {},
        exceptions: [{ date: "2026-12-25", windows: [] }],
      }).code
    ).toBe("never_opens")
  })

  it("when the only window it has falls into a gap", () => {
    expect(
      refusalOf({
        time_zone: "Europe/Berlin",
        weekly: {},
        exceptions: [{ date: "2026-03-29", windows: [["02:00", "03:00"]] }],
      }).code
    ).toBe("never_opens")
  })

  it("when the only date it opens on was skipped", () => {
    expect(
      refusalOf({
        time_zone: "Pacific/Apia",
        weekly: {},
        exceptions: [{ date: "2011-12-30", windows: [["09:00", "17:00"]] }],
      }).code
    ).toBe("never_opens")
  })
})

it("lets pass what it does not know: a record has more than its calendar", () => {
  const record = {
    id: "cal_1",
    name: "Kyiv",
    time_zone: "europe/kyiv",
    weekly: { monday: [["09:00", "18:00"]] as const, tuesday: undefined },
    exceptions: [{ id: "x", date: "2026-12-25", windows: [], label: null }],
  }
  expect(() => compileCalendar(record)).not.toThrow()
})
