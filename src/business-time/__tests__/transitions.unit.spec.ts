import { compileCalendar, type WindowDefinition } from "../index"
import { asText, daily } from "./calendars"

const HOUR = 3600

/** The open time of one local day, given its first and last instant. */
function openOn(
  timeZone: string,
  windows: WindowDefinition[],
  from: string,
  to: string
): string[] {
  const calendar = compileCalendar(daily(timeZone, windows))
  return asText(calendar.windows(new Date(from), new Date(to)))
}

describe("the northern spring: Berlin, 29 March 2026, 02:00 becomes 03:00", () => {
  const on = (...windows: WindowDefinition[]) =>
    openOn(
      "Europe/Berlin",
      windows,
      "2026-03-29T00:00+01:00",
      "2026-03-30T00:00+02:00"
    )

  it("leaves a window that spans the gap an hour short", () => {
    expect(on(["01:00", "05:00"])).toEqual([
      "2026-03-29T00:00Z/2026-03-29T03:00Z",
    ])
  })

  it("reads a start inside the gap as the later reading", () => {
    expect(on(["02:30", "05:00"])).toEqual([
      "2026-03-29T01:30Z/2026-03-29T03:00Z",
    ])
  })

  it("reads an end inside the gap as the later reading", () => {
    expect(on(["01:00", "02:30"])).toEqual([
      "2026-03-29T00:00Z/2026-03-29T01:30Z",
    ])
  })

  it("moves a window that lies inside the gap behind it", () => {
    expect(on(["02:15", "02:45"])).toEqual([
      "2026-03-29T01:15Z/2026-03-29T01:45Z",
    ])
  })

  it("has no window that it leaves empty", () => {
    expect(on(["02:00", "03:00"])).toEqual([])
    expect(on(["02:30", "03:15"])).toEqual([])
  })

  it("has a day of 23 hours", () => {
    const calendar = compileCalendar(
      daily("Europe/Berlin", [["00:00", "24:00"]])
    )
    expect(
      calendar.between(
        new Date("2026-03-29T00:00+01:00"),
        new Date("2026-03-30T00:00+02:00")
      )
    ).toBe(23 * HOUR)
  })
})

describe("the northern autumn: New York, 1 November 2026, 02:00 becomes 01:00", () => {
  const on = (...windows: WindowDefinition[]) =>
    openOn(
      "America/New_York",
      windows,
      "2026-11-01T00:00-04:00",
      "2026-11-02T00:00-05:00"
    )

  it("has an hour more in a window that spans the overlap", () => {
    expect(on(["00:30", "03:00"])).toEqual([
      "2026-11-01T04:30Z/2026-11-01T08:00Z",
    ])
  })

  it("reads a start and an end inside the overlap as the first reading", () => {
    expect(on(["01:30", "03:00"])).toEqual([
      "2026-11-01T05:30Z/2026-11-01T08:00Z",
    ])
    expect(on(["00:30", "01:30"])).toEqual([
      "2026-11-01T04:30Z/2026-11-01T05:30Z",
    ])
  })

  it("has a day of 25 hours", () => {
    const calendar = compileCalendar(
      daily("America/New_York", [["00:00", "24:00"]])
    )
    expect(
      calendar.between(
        new Date("2026-11-01T00:00-04:00"),
        new Date("2026-11-02T00:00-05:00")
      )
    ).toBe(25 * HOUR)
  })

  it("gives a night shift nine hours of real time", () => {
    const calendar = compileCalendar({
      time_zone: "America/New_York",
      weekly: { saturday: [["22:00", "06:00"]] },
    })
    expect(calendar.add(new Date("2026-10-31T22:00-04:00"), 9 * HOUR)).toEqual(
      new Date("2026-11-01T06:00-05:00")
    )
  })
})

describe("the southern hemisphere: Santiago", () => {
  it("skips midnight in September 2026, so a window from 00:00 starts at 01:00", () => {
    expect(
      openOn(
        "America/Santiago",
        [["00:00", "02:00"]],
        "2026-09-05T12:00Z",
        "2026-09-06T12:00Z"
      )
    ).toEqual(["2026-09-06T04:00Z/2026-09-06T05:00Z"])
  })

  it("shows 23:00 twice in April 2026, so a window to 24:00 lasts an hour longer", () => {
    expect(
      openOn(
        "America/Santiago",
        [["22:00", "24:00"]],
        "2026-04-04T12:00Z",
        "2026-04-05T12:00Z"
      )
    ).toEqual(["2026-04-05T01:00Z/2026-04-05T04:00Z"])
  })
})

describe("the southern hemisphere: Sydney", () => {
  it("is an hour short on 4 October 2026", () => {
    expect(
      openOn(
        "Australia/Sydney",
        [["01:00", "04:00"]],
        "2026-10-04T00:00+10:00",
        "2026-10-05T00:00+11:00"
      )
    ).toEqual(["2026-10-03T15:00Z/2026-10-03T17:00Z"])
  })

  it("is an hour longer on 5 April 2026", () => {
    expect(
      openOn(
        "Australia/Sydney",
        [["01:00", "04:00"]],
        "2026-04-05T00:00+11:00",
        "2026-04-06T00:00+10:00"
      )
    ).toEqual(["2026-04-04T14:00Z/2026-04-04T18:00Z"])
  })
})

describe("Lord Howe, whose summer time is half an hour", () => {
  it("loses half an hour on 4 October 2026", () => {
    expect(
      openOn(
        "Australia/Lord_Howe",
        [["01:00", "04:00"]],
        "2026-10-04T00:00+10:30",
        "2026-10-05T00:00+11:00"
      )
    ).toEqual(["2026-10-03T14:30Z/2026-10-03T17:00Z"])
  })

  it("reads 02:15 in that gap as 02:45", () => {
    expect(
      openOn(
        "Australia/Lord_Howe",
        [["02:15", "04:00"]],
        "2026-10-04T00:00+10:30",
        "2026-10-05T00:00+11:00"
      )
    ).toEqual(["2026-10-03T15:45Z/2026-10-03T17:00Z"])
  })

  it("gains half an hour on 5 April 2026, and reads 01:45 as the first of two", () => {
    expect(
      openOn(
        "Australia/Lord_Howe",
        [["01:45", "04:00"]],
        "2026-04-05T00:00+11:00",
        "2026-04-06T00:00+10:30"
      )
    ).toEqual(["2026-04-04T14:45Z/2026-04-04T17:30Z"])
  })
})

describe("a date that a zone skipped: Samoa, 30 December 2011", () => {
  const over = (...windows: WindowDefinition[]) =>
    openOn(
      "Pacific/Apia",
      windows,
      "2011-12-29T00:00-10:00",
      "2012-01-01T00:00+14:00"
    )

  it("has no windows", () => {
    expect(over(["09:00", "17:00"])).toEqual([
      "2011-12-29T19:00Z/2011-12-30T03:00Z",
      "2011-12-30T19:00Z/2011-12-31T03:00Z",
    ])
  })

  it("does not shorten the night shift that began before it", () => {
    expect(over(["22:00", "06:00"])).toEqual([
      "2011-12-29T10:00Z/2011-12-29T16:00Z",
      "2011-12-30T08:00Z/2011-12-30T16:00Z",
      "2011-12-31T08:00Z/2011-12-31T10:00Z",
    ])
  })

  it("has none even as an exception", () => {
    const calendar = compileCalendar({
      time_zone: "Pacific/Apia",
      weekly: {},
      exceptions: [
        { date: "2011-12-29", windows: [["09:00", "10:00"]] },
        { date: "2011-12-30", windows: [["09:00", "10:00"]] },
        { date: "2011-12-31", windows: [["09:00", "10:00"]] },
      ],
    })
    expect(
      asText(
        calendar.windows(
          new Date("2011-12-01T00:00Z"),
          new Date("2012-02-01T00:00Z")
        )
      )
    ).toEqual([
      "2011-12-29T19:00Z/2011-12-29T20:00Z",
      "2011-12-30T19:00Z/2011-12-30T20:00Z",
    ])
  })
})

it("skips 21 August 1993 in Kwajalein", () => {
  const calendar = compileCalendar({
    time_zone: "Pacific/Kwajalein",
    weekly: { saturday: [["09:00", "17:00"]] },
  })
  expect(
    asText(
      calendar.windows(
        new Date("1993-08-14T12:00Z"),
        new Date("1993-08-29T00:00Z")
      )
    )
  ).toEqual([
    "1993-08-14T21:00Z/1993-08-15T05:00Z",
    "1993-08-27T21:00Z/1993-08-28T05:00Z",
  ])
})

it("follows Morocco, which sets its clocks back for Ramadan", () => {
  expect(
    openOn(
      "Africa/Casablanca",
      [["09:00", "10:00"]],
      "2026-02-14T12:00Z",
      "2026-02-16T12:00Z"
    )
  ).toEqual([
    "2026-02-15T09:00Z/2026-02-15T10:00Z",
    "2026-02-16T09:00Z/2026-02-16T10:00Z",
  ])
})
