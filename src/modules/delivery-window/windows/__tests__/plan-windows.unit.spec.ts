import { compileCalendar } from "../../../../business-time"
import { planWindows } from "../plan-windows"
import type { Exception, Template } from "../template"

const HOURS: [string, string][] = [["09:00", "18:00"]]
const calendar = compileCalendar({
  time_zone: "Europe/Kyiv",
  weekly: {
    monday: HOURS,
    tuesday: HOURS,
    wednesday: HOURS,
    thursday: HOURS,
    friday: HOURS,
  },
  exceptions: [
    { date: "2026-12-07", windows: [], label: "Holiday" },
    { date: "2026-12-15", windows: [["09:00", "11:00"]], label: "Half a day" },
  ],
})

const template = (changes: Partial<Template> = {}): Template => ({
  id: "dwtmpl_1",
  name: "Night",
  weekdays: [1, 2, 3, 4, 5, 6, 7],
  starts_at: "02:00",
  ends_at: "04:00",
  time_zone: "Europe/Kyiv",
  service_zone_id: "serzo_1",
  shipping_option_ids: [],
  capacity: 10,
  capacity_unit: "orders",
  cut_off_minutes: 0,
  lead_minutes: 0,
  valid_from: null,
  valid_to: null,
  is_on: true,
  ...changes,
})

const exception = (changes: Partial<Exception>): Exception => ({
  id: "dwexc_1",
  date: "2026-12-01",
  template_id: null,
  kind: "closed",
  capacity: null,
  starts_at: null,
  ends_at: null,
  label: "Special",
  ...changes,
})

const on = (
  date: string,
  changes: Partial<Template> = {},
  exceptions: Exception[] = []
) => planWindows([template(changes)], exceptions, date, date, calendar)

const spans = (windows: ReturnType<typeof on>) =>
  windows.map(
    ({ starts_at, ends_at }) =>
      `${starts_at.toISOString().slice(5, 16)} to ${ends_at.toISOString().slice(5, 16)}`
  )

describe("a window", () => {
  it.each([
    ["Europe/Kyiv", "2026-03-29", "03-29T00:00 to 03-29T01:00"],
    ["Europe/Kyiv", "2026-10-25", "10-24T23:00 to 10-25T02:00"],
    ["America/New_York", "2026-03-08", "03-08T07:00 to 03-08T08:00"],
    ["America/New_York", "2026-11-01", "11-01T07:00 to 11-01T09:00"],
    ["America/New_York", "2026-06-01", "06-01T06:00 to 06-01T08:00"],
  ])(
    "from two to four exists once when clocks change in %s on %s",
    (time_zone, date, span) => {
      expect(spans(on(date, { time_zone }))).toEqual([span])
    }
  )

  it.each([
    // The clocks go from midnight to one o'clock.
    [
      "Africa/Cairo",
      "2026-04-24",
      "00:00",
      "02:00",
      "04-23T22:00 to 04-23T23:00",
    ],
    [
      "Asia/Beirut",
      "2026-03-29",
      "00:00",
      "02:00",
      "03-28T22:00 to 03-28T23:00",
    ],
    [
      "Africa/Cairo",
      "2026-04-23",
      "22:00",
      "24:00",
      "04-23T20:00 to 04-23T22:00",
    ],
    [
      "Africa/Cairo",
      "2026-04-23",
      "23:00",
      "01:00",
      "04-23T21:00 to 04-23T22:00",
    ],
    // From midnight back to eleven.
    [
      "Africa/Cairo",
      "2026-10-29",
      "22:00",
      "24:00",
      "10-29T19:00 to 10-29T22:00",
    ],
    [
      "Africa/Cairo",
      "2026-10-29",
      "23:00",
      "01:00",
      "10-29T20:00 to 10-29T23:00",
    ],
    [
      "Africa/Cairo",
      "2026-10-30",
      "00:00",
      "02:00",
      "10-29T22:00 to 10-30T00:00",
    ],
  ])(
    "is as long as the clocks leave it in %s on %s from %s to %s, where they change at midnight",
    (time_zone, date, starts_at, ends_at, span) => {
      expect(spans(on(date, { time_zone, starts_at, ends_at }))).toEqual([span])
    }
  )

  it("that midnight skips does not exist", () => {
    const skipped = { time_zone: "Africa/Cairo", starts_at: "00:00" }
    expect(on("2026-04-24", { ...skipped, ends_at: "01:00" })).toEqual([])
    expect(on("2026-04-25", { ...skipped, ends_at: "01:00" })).toHaveLength(1)
  })

  it("over midnight belongs to the date on which it begins, and so do its exceptions", () => {
    const night = { starts_at: "22:00", ends_at: "01:00", weekdays: [2] }
    const closed = (date: string) => [exception({ date })]
    expect(
      on("2026-12-01", night, closed("2026-12-01")).map((one) => one.is_closed)
    ).toEqual([true])
    expect(
      on("2026-12-01", night, closed("2026-12-02")).map((one) => one.is_closed)
    ).toEqual([false])
    expect(on("2026-12-02", night)).toEqual([])
  })

  it("that the clocks skip does not exist", () => {
    const skipped = { starts_at: "03:00", ends_at: "04:00" }
    expect(on("2026-03-29", skipped)).toEqual([])
    expect(on("2026-03-28", skipped)).toHaveLength(1)
  })

  it("whose hour is repeated begins the first time", () => {
    expect(
      spans(on("2026-10-25", { starts_at: "03:00", ends_at: "05:00" }))
    ).toEqual(["10-25T00:00 to 10-25T03:00"])
  })

  it("does not exist on a date that its zone skipped", () => {
    expect(on("2011-12-30", { time_zone: "Pacific/Apia" })).toEqual([])
    expect(on("2011-12-31", { time_zone: "Pacific/Apia" })).toHaveLength(1)
  })

  it("may end at midnight, or on the next day", () => {
    expect(
      spans(on("2026-12-01", { starts_at: "22:00", ends_at: "24:00" }))
    ).toEqual(["12-01T20:00 to 12-01T22:00"])
    expect(
      spans(on("2026-12-01", { starts_at: "22:00", ends_at: "01:00" }))
    ).toEqual(["12-01T20:00 to 12-01T23:00"])
  })

  it("has its cut-off counted in business time, over a weekend and a holiday", () => {
    const [window] = on("2026-12-08", {
      starts_at: "10:00",
      ends_at: "12:00",
      cut_off_minutes: 120,
    })
    expect(window?.cut_off_at).toEqual(new Date("2026-12-04T15:00:00Z"))
  })

  it("has its cut-off counted over a day that is open for two hours only", () => {
    const [window] = on("2026-12-16", {
      starts_at: "10:00",
      ends_at: "12:00",
      cut_off_minutes: 240,
    })
    expect(window?.cut_off_at).toEqual(new Date("2026-12-14T15:00:00Z"))
  })

  it("without a time before the cut-off may be booked until it begins", () => {
    const [window] = on("2026-12-06")
    expect(window?.cut_off_at).toEqual(window?.starts_at)
  })
})

describe("a template", () => {
  it("makes windows on its weekdays, while it is valid and on", () => {
    const dates = (changes: Partial<Template>) =>
      planWindows(
        [template(changes)],
        [],
        "2026-11-23",
        "2026-11-30",
        calendar
      ).map(({ local_date }) => local_date.slice(8))
    expect(dates({ weekdays: [1, 7] })).toEqual(["23", "29", "30"])
    expect(dates({ valid_from: "2026-11-28", valid_to: "2026-11-29" })).toEqual(
      ["28", "29"]
    )
    expect(dates({ is_on: false })).toEqual([])
  })

  it("takes over what an exception says of its date, rather its own than one of all", () => {
    const capacities = (...exceptions: Exception[]) =>
      on("2026-12-01", {}, exceptions).map(({ capacity }) => capacity)
    const less = { kind: "capacity", capacity: 3 } as const
    const own = { template_id: "dwtmpl_1", capacity: 4 }
    expect(capacities(exception(less))).toEqual([3])
    expect(capacities(exception(less), exception({ ...less, ...own }))).toEqual(
      [4]
    )
    expect(capacities(exception({ ...less, template_id: "dwtmpl_2" }))).toEqual(
      [10]
    )
    expect(capacities(exception({ ...less, date: "2026-12-02" }))).toEqual([10])
  })

  it("has a closed window on a closed date, and an extra one where one is asked for", () => {
    const extra = exception({
      kind: "extra",
      template_id: "dwtmpl_1",
      starts_at: "20:00",
      ends_at: "22:00",
      capacity: 2,
    })
    expect(
      on("2026-12-01", {}, [exception({}), extra]).map(
        ({ local_start, capacity, is_closed }) => ({
          local_start,
          capacity,
          is_closed,
        })
      )
    ).toEqual([
      { local_start: "02:00", capacity: 10, is_closed: true },
      { local_start: "20:00", capacity: 2, is_closed: false },
    ])
    // Also on a weekday that the template leaves out.
    expect(on("2026-12-01", { weekdays: [] }, [extra])).toHaveLength(1)
  })
})
