import { isSameCalendar, parseCalendar } from "../parse-calendar"
import { NIGHTS, WEEK } from "../../__tests__/rule-book-fixture"

const exceptions = (count: number) =>
  Array.from({ length: count }, (_, day) => ({
    date: new Date(Date.UTC(2026, 0, 1 + day)).toISOString().slice(0, 10),
    windows: [],
  }))

describe("a calendar that the shop saves", () => {
  it("is kept in one order, without what says nothing", () => {
    expect(
      parseCalendar({
        exceptions: [
          { label: "  New Year ", windows: [], date: "2027-01-01" },
          { date: "2026-12-24", windows: [["10:00", "12:00"]], label: " " },
        ],
        weekly: {
          tuesday: [],
          monday: [
            ["14:00", "18:00"],
            ["09:00", "13:00"],
          ],
        },
        time_zone: "Europe/Sofia",
      })
    ).toEqual({
      time_zone: "Europe/Sofia",
      weekly: {
        monday: [
          ["09:00", "13:00"],
          ["14:00", "18:00"],
        ],
      },
      exceptions: [
        { date: "2026-12-24", windows: [["10:00", "12:00"]], label: null },
        { date: "2027-01-01", windows: [], label: "New Year" },
      ],
    })
  })

  it.each([
    [
      "no calendar at all",
      "always",
      'definition: is "always"; a calendar is an object with time_zone, weekly and exceptions',
    ],
    ["nothing", undefined, "definition: is missing; a calendar is an object"],
    [
      "an offset for a zone",
      { ...WEEK, time_zone: "+02:00" },
      'definition.time_zone: is "+02:00"; it may be an IANA time zone name such as "Europe/Kyiv"',
    ],
    [
      "a time that is none",
      { ...WEEK, weekly: { monday: [["9:00", "18:00"]] } },
      'definition.weekly.monday[0]: its start is "9:00"; a time is written HH:MM',
    ],
    [
      "25 windows a day",
      { ...WEEK, weekly: { monday: Array(25).fill(["09:00", "10:00"]) } },
      "definition.weekly.monday: has 25 windows; a day may have at most 24",
    ],
    [
      "a day that no week has",
      { ...WEEK, weekly: { Monday: [] } },
      "definition.weekly.Monday: is not a weekday",
    ],
    [
      "a date that no year has",
      { ...WEEK, exceptions: [{ date: "2026-02-30", windows: [] }] },
      'definition.exceptions[0].date: is "2026-02-30"; it may be a date that exists',
    ],
    [
      "a date twice",
      { ...WEEK, exceptions: [...exceptions(1), ...exceptions(1)] },
      'definition.exceptions[1].date: is "2026-01-01", as is that of exceptions[0]',
    ],
    [
      "something that no calendar says",
      { ...WEEK, hours: 8 },
      'definition: has "hours"; it may have time_zone, weekly, exceptions',
    ],
    [
      "something that no exception says",
      {
        ...WEEK,
        exceptions: [{ date: "2026-01-01", windows: [], closed: true }],
      },
      'definition.exceptions[0]: has "closed"; it may have date, windows, label',
    ],
    [
      "too many exceptions",
      { ...WEEK, exceptions: exceptions(1001) },
      "definition.exceptions: has 1001 dates; a calendar may have at most 1000",
    ],
    [
      "a label without end",
      {
        ...WEEK,
        exceptions: [
          { date: "2026-01-01", windows: [], label: "x".repeat(201) },
        ],
      },
      "definition.exceptions[0].label: has 201 characters; it may have at most 200",
    ],
    [
      "a label that no database keeps",
      {
        ...WEEK,
        exceptions: [{ date: "2026-01-01", windows: [], label: "Bad\0day" }],
      },
      "definition.exceptions[0].label contains an invalid character",
    ],
    [
      "hours that never come",
      { ...WEEK, weekly: {} },
      "definition.weekly: has no windows, and no exception has one that exists either, so the calendar would never open; it may have a window on one weekday at least",
    ],
    [
      "hours that end",
      {
        ...WEEK,
        weekly: {},
        exceptions: [{ date: "2026-12-24", windows: [["09:00", "18:00"]] }],
      },
      "definition.weekly: has no windows, so nothing would be open after the last exception; it may have a window on one weekday at least",
    ],
  ])("is refused with %s", (_, given, message) => {
    expect(() => parseCalendar(given)).toThrow(
      expect.objectContaining({
        type: "invalid_data",
        message: expect.stringContaining(message),
      })
    )
    expect(() => parseCalendar(given)).toThrow(/^definition/)
  })

  it("may have a thousand exceptions", () => {
    const { exceptions: kept } = parseCalendar({
      ...WEEK,
      exceptions: exceptions(1000),
    })
    expect(kept).toHaveLength(1000)
  })

  it("may be open day and night", () => {
    const always = [["00:00", "24:00"]]
    const weekly = Object.fromEntries(
      [
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
      ].map((day) => [day, always])
    )
    expect(parseCalendar({ time_zone: "UTC", weekly }).weekly).toEqual(weekly)
  })
})

describe("two calendars", () => {
  it("are the same however they are written", () => {
    expect(
      isSameCalendar(WEEK, {
        exceptions: undefined,
        weekly: {
          sunday: [],
          tuesday: [["09:00", "18:00"]],
          monday: [["09:00", "18:00"]],
        },
        time_zone: "Europe/Sofia",
      })
    ).toBe(true)
  })

  it("differ by an hour, a date or a name of a day", () => {
    const others = [
      { ...NIGHTS, weekly: { monday: [["20:00", "05:00"]] as const } },
      { ...NIGHTS, exceptions: [] },
      { ...NIGHTS, exceptions: [{ date: "2026-12-24", windows: [] }] },
    ]
    expect(others.map((other) => isSameCalendar(NIGHTS, other))).toEqual([
      false,
      false,
      false,
    ])
  })
})
