import { compileCalendar } from "../../../../../business-time"
import { nextTurn } from "../../../task/clock/next-turn"
import { previewCalendar } from "../preview-calendar"

const at = (instant: string) => new Date(instant)

const workday = [["09:00", "18:00"]] as const
const allDay = [["00:00", "24:00"]] as const
const always = {
  monday: allDay,
  tuesday: allDay,
  wednesday: allDay,
  thursday: allDay,
  friday: allDay,
  saturday: allDay,
  sunday: allDay,
}

describe("the next six weeks of a calendar", () => {
  const mondays = {
    time_zone: "Europe/Sofia",
    weekly: { monday: workday },
    exceptions: [
      { date: "2026-11-22", windows: [], label: "yesterday" },
      { date: "2026-11-23", windows: [], label: "today" },
      { date: "2027-01-03", windows: [["10:00", "12:00"]], label: "the last" },
      { date: "2027-01-04", windows: [], label: "the day after" },
    ],
  } as const

  it("begin with today and end with its weekday, by the calendar's clock", () => {
    // Monday already in Sofia, still Sunday in London.
    const preview = previewCalendar(mondays, at("2026-11-22T22:30:00Z"))
    expect([preview.from, preview.to]).toEqual([
      at("2026-11-23T00:00+02:00"),
      at("2027-01-04T00:00+02:00"),
    ])
  })

  it("have the windows, the hours and the exceptions of those days", () => {
    const preview = previewCalendar(mondays, at("2026-11-23T12:00+02:00"))
    expect(preview.windows[0]).toEqual({
      start: at("2026-11-30T09:00+02:00"),
      end: at("2026-11-30T18:00+02:00"),
    })
    expect(preview.windows.at(-1)).toEqual({
      start: at("2027-01-03T10:00+02:00"),
      end: at("2027-01-03T12:00+02:00"),
    })
    expect(preview.hours).toBe(5 * 9 + 2)
    expect(preview.exceptions.map(({ label }) => label)).toEqual([
      "today",
      "the last",
    ])
  })

  it("have the hours of today that are over, and of a night that goes on", () => {
    const nights = previewCalendar(
      { time_zone: "Europe/Sofia", weekly: { sunday: [["20:00", "04:00"]] } },
      at("2026-11-23T12:00+02:00")
    )
    expect(nights.windows[0]).toEqual({
      start: at("2026-11-23T00:00+02:00"),
      end: at("2026-11-23T04:00+02:00"),
    })
    expect(nights.hours).toBe(6 * 8)
  })

  it("have an hour more where the clocks go back", () => {
    const { from, to, hours } = previewCalendar(
      { time_zone: "Europe/Sofia", weekly: always },
      at("2026-10-20T12:00+03:00")
    )
    expect(hours).toBe(42 * 24 + 1)
    expect([from, to]).toEqual([
      at("2026-10-20T00:00+03:00"),
      at("2026-12-01T00:00+02:00"),
    ])
  })
})

describe("whether a calendar is open, and when that changes", () => {
  const shop = compileCalendar({
    time_zone: "Europe/Kyiv",
    weekly: {
      monday: workday,
      tuesday: workday,
      saturday: [["10:00", "15:00"]],
    },
  })

  it.each([
    ["2026-11-23T12:00+02:00", true, "2026-11-23T18:00+02:00"],
    ["2026-11-23T18:00+02:00", false, "2026-11-24T09:00+02:00"],
    ["2026-11-28T16:00+02:00", false, "2026-11-30T09:00+02:00"],
    ["2026-11-24T09:00+02:00", true, "2026-11-24T18:00+02:00"],
  ])("at %s", (now, is_open, next_change_at) => {
    expect(nextTurn(shop, at(now))).toEqual({
      is_open,
      next_change_at: at(next_change_at),
    })
  })

  it("never, in a shop that does not close", () => {
    const calendar = compileCalendar({ time_zone: "UTC", weekly: always })
    expect(nextTurn(calendar, at("2026-11-23T12:00Z"))).toEqual({
      is_open: true,
      next_change_at: null,
    })
  })

  it("never again, once its last exception is over", () => {
    const calendar = compileCalendar({
      time_zone: "UTC",
      weekly: {},
      exceptions: [{ date: "2026-11-20", windows: [["09:00", "18:00"]] }],
    })
    expect(nextTurn(calendar, at("2026-11-23T12:00Z"))).toEqual({
      is_open: false,
      next_change_at: null,
    })
  })
})
