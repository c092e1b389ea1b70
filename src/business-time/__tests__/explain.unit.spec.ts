import { compileCalendar, type Explanation } from "../index"
import { daily, kyivShop } from "./calendars"

const MINUTE = 60
const HOUR = 3600

/** One line per span, in UTC. */
function lines({ spans }: Explanation): string[] {
  return spans.map(
    (span) =>
      `${span.start.slice(0, 16)} ${span.end.slice(0, 16)} ${
        span.type === "open"
          ? `open ${span.seconds}`
          : `closed ${JSON.stringify(span.reason)}`
      }`
  )
}

describe("an explanation", () => {
  const calendar = compileCalendar({
    ...kyivShop,
    exceptions: [
      {
        date: "2026-12-24",
        windows: [["10:00", "14:00"]],
        label: "Свята вечеря",
      },
      { date: "2026-12-25", windows: [], label: "Різдво" },
      { date: "2026-12-28", windows: [] },
    ],
  })

  it("says what was asked, in which zone, and what came of it", () => {
    const explanation = calendar.explain(
      new Date("2026-03-03T17:52+02:00"),
      20 * MINUTE
    )
    expect(explanation).toEqual({
      time_zone: "Europe/Kyiv",
      start: "2026-03-03T15:52:00.000Z",
      seconds: 1200,
      end: "2026-03-04T07:12:00.000Z",
      spans: [
        {
          type: "open",
          start: "2026-03-03T15:52:00.000Z",
          end: "2026-03-03T16:00:00.000Z",
          seconds: 480,
        },
        {
          type: "closed",
          start: "2026-03-03T16:00:00.000Z",
          end: "2026-03-04T07:00:00.000Z",
          seconds: 54000,
          reason: { type: "outside_hours" },
        },
        {
          type: "open",
          start: "2026-03-04T07:00:00.000Z",
          end: "2026-03-04T07:12:00.000Z",
          seconds: 720,
        },
      ],
    })
  })

  it("survives JSON unchanged", () => {
    const explanation = calendar.explain(
      new Date("2026-12-23T17:52+02:00"),
      30 * HOUR
    )
    expect(JSON.parse(JSON.stringify(explanation))).toEqual(explanation)
  })

  it("names the weekdays that have no windows", () => {
    expect(
      lines(calendar.explain(new Date("2026-03-07T14:50+02:00"), 20 * MINUTE))
    ).toEqual([
      "2026-03-07T12:50 2026-03-07T13:00 open 600",
      '2026-03-07T13:00 2026-03-07T22:00 closed {"type":"outside_hours"}',
      '2026-03-07T22:00 2026-03-08T22:00 closed {"type":"no_windows_on_weekday","weekdays":["sunday"]}',
      '2026-03-08T22:00 2026-03-09T07:00 closed {"type":"outside_hours"}',
      "2026-03-09T07:00 2026-03-09T07:10 open 600",
    ])
  })

  it("names exceptions with their labels, and tells special hours from a day off", () => {
    expect(
      lines(
        calendar.explain(
          new Date("2026-12-23T17:50+02:00"),
          4 * HOUR + 20 * MINUTE
        )
      )
    ).toEqual([
      "2026-12-23T15:50 2026-12-23T16:00 open 600",
      '2026-12-23T16:00 2026-12-23T22:00 closed {"type":"outside_hours"}',
      '2026-12-23T22:00 2026-12-24T08:00 closed {"type":"exception","date":"2026-12-24","label":"Свята вечеря","special_hours":true}',
      "2026-12-24T08:00 2026-12-24T12:00 open 14400",
      '2026-12-24T12:00 2026-12-24T22:00 closed {"type":"exception","date":"2026-12-24","label":"Свята вечеря","special_hours":true}',
      '2026-12-24T22:00 2026-12-25T22:00 closed {"type":"exception","date":"2026-12-25","label":"Різдво","special_hours":false}',
      '2026-12-25T22:00 2026-12-26T08:00 closed {"type":"outside_hours"}',
      "2026-12-26T08:00 2026-12-26T08:10 open 600",
    ])
  })

  it("has null for the label of an exception that has none", () => {
    const [span] = calendar.explain(new Date("2026-12-28T09:00+02:00"), 0).spans
    expect(span).toMatchObject({
      type: "closed",
      reason: { type: "exception", date: "2026-12-28", label: null },
    })
  })

  it("of zero is empty while open, and the wait for the opening while closed", () => {
    expect(calendar.explain(new Date("2026-03-03T10:00Z"), 0).spans).toEqual([])
    expect(
      lines(calendar.explain(new Date("2026-03-07T20:00+02:00"), 0))
    ).toEqual([
      '2026-03-07T18:00 2026-03-07T22:00 closed {"type":"outside_hours"}',
      '2026-03-07T22:00 2026-03-08T22:00 closed {"type":"no_windows_on_weekday","weekdays":["sunday"]}',
      '2026-03-08T22:00 2026-03-09T07:00 closed {"type":"outside_hours"}',
    ])
  })

  it("of a walk back is in order of time too", () => {
    const explanation = calendar.explain(
      new Date("2026-03-04T09:12+02:00"),
      -20 * MINUTE
    )
    expect(explanation).toMatchObject({
      start: "2026-03-04T07:12:00.000Z",
      seconds: -1200,
      end: "2026-03-03T15:52:00.000Z",
    })
    expect(lines(explanation)).toEqual([
      "2026-03-03T15:52 2026-03-03T16:00 open 480",
      '2026-03-03T16:00 2026-03-04T07:00 closed {"type":"outside_hours"}',
      "2026-03-04T07:00 2026-03-04T07:12 open 720",
    ])
  })

  it("keeps a long closed stretch to one span, each weekday named once", () => {
    const exceptionsOnly = compileCalendar({
      time_zone: "UTC",
      weekly: {},
      exceptions: [{ date: "2046-01-06", windows: [["09:00", "10:00"]] }],
    })
    expect(
      lines(exceptionsOnly.explain(new Date("2026-01-02T00:00Z"), 60))
    ).toEqual([
      '2026-01-02T00:00 2046-01-06T00:00 closed {"type":"no_windows_on_weekday","weekdays":["friday","saturday","sunday","monday","tuesday","wednesday","thursday"]}',
      '2046-01-06T00:00 2046-01-06T09:00 closed {"type":"exception","date":"2046-01-06","label":null,"special_hours":true}',
      "2046-01-06T09:00 2046-01-06T09:01 open 60",
    ])
  })

  it("shows one long open span where windows touch", () => {
    const always = compileCalendar(daily("Europe/Kyiv", [["00:00", "24:00"]]))
    expect(
      lines(always.explain(new Date("2026-10-24T00:00+03:00"), 49 * HOUR))
    ).toEqual(["2026-10-23T21:00 2026-10-25T22:00 open 176400"])
  })

  it("gets over a midnight that comes twice", () => {
    // St John's, 29 October 2006: at 00:01 the clock went back to 23:01.
    const calendar = compileCalendar({
      time_zone: "America/St_Johns",
      weekly: { saturday: [["10:00", "11:00"]], monday: [["10:00", "11:00"]] },
    })
    expect(lines(calendar.explain(new Date("2006-10-29T02:45Z"), 0))).toEqual([
      '2006-10-29T02:45 2006-10-30T03:30 closed {"type":"no_windows_on_weekday","weekdays":["sunday"]}',
      '2006-10-30T03:30 2006-10-30T13:30 closed {"type":"outside_hours"}',
    ])
  })
})
