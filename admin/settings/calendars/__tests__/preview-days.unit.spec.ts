import { previewDays, previewWeeks, spanTexts } from "../preview-days"

const KYIV = "Europe/Kyiv"

function preview(
  from: string,
  to: string,
  windows: [start: string, end: string][],
  time_zone = KYIV
) {
  return {
    time_zone,
    from,
    to,
    windows: windows.map(([start, end]) => ({ start, end })),
    hours: 0,
    exceptions: [{ date: "2026-11-24", windows: [], label: "Inventory" }],
  }
}

const NOW = Date.parse("2026-11-23T10:00:00Z")

describe("the preview's days", () => {
  it("show each window on its day, by the calendar's own clocks", () => {
    const days = previewDays(
      preview("2026-11-22T22:00:00Z", "2026-11-24T22:00:00Z", [
        ["2026-11-23T07:00:00Z", "2026-11-23T11:00:00Z"],
        ["2026-11-23T12:00:00Z", "2026-11-23T16:00:00Z"],
      ]),
      NOW
    )
    expect(days.map(({ date }) => date)).toEqual(["2026-11-23", "2026-11-24"])
    expect(spanTexts(days[0]?.spans ?? [])).toEqual([
      "09:00–13:00",
      "14:00–18:00",
    ])
    expect(days[0]).toMatchObject({ isToday: true, openSeconds: 8 * 3_600 })
    expect(days[1]).toMatchObject({
      isToday: false,
      openSeconds: 0,
      exception: { label: "Inventory" },
    })
  })

  it("part a night shift at midnight, and say that it goes on", () => {
    const days = previewDays(
      preview("2026-11-22T22:00:00Z", "2026-11-24T22:00:00Z", [
        ["2026-11-23T20:00:00Z", "2026-11-24T04:00:00Z"],
      ]),
      NOW
    )
    expect(days.map(({ spans }) => spans)).toEqual([
      [{ from: 1_320, to: 1_440, wentOn: false, goesOn: true, special: false }],
      [{ from: 0, to: 360, wentOn: true, goesOn: false, special: false }],
    ])
  })

  it("tell an exception’s hours from those that went on from the day before", () => {
    const days = previewDays(
      preview("2026-11-22T22:00:00Z", "2026-11-24T22:00:00Z", [
        ["2026-11-23T20:00:00Z", "2026-11-24T04:00:00Z"],
        ["2026-11-24T08:00:00Z", "2026-11-24T12:00:00Z"],
      ]),
      NOW
    )
    expect(days[1]?.spans.map(({ special }) => special)).toEqual([false, true])
  })

  it("count 25 hours on the day on which the clocks go back", () => {
    const days = previewDays(
      preview("2026-10-24T21:00:00Z", "2026-10-25T22:00:00Z", [
        ["2026-10-24T21:00:00Z", "2026-10-25T22:00:00Z"],
      ]),
      NOW
    )
    expect(days).toHaveLength(1)
    expect(days[0]).toMatchObject({
      spans: [{ from: 0, to: 1_440 }],
      openSeconds: 25 * 3_600,
    })
  })

  it("begin in the middle of a day where the preview does", () => {
    const [day] = previewDays(
      preview("2026-11-23T10:30:00Z", "2026-11-23T22:00:00Z", [
        ["2026-11-23T10:30:00Z", "2026-11-23T16:00:00Z"],
      ]),
      NOW
    )
    expect(spanTexts(day?.spans ?? [])).toEqual(["12:30–18:00"])
  })

  it("are nothing in a zone that nobody knows", () => {
    expect(
      previewDays(
        preview("2026-11-23T00:00:00Z", "2026-11-24T00:00:00Z", [], "Atlantis"),
        NOW
      )
    ).toEqual([])
  })
})

describe("the preview's weeks", () => {
  it("run from Monday to Sunday, the first as far as there is any", () => {
    const days = previewDays(
      preview("2026-11-20T22:00:00Z", "2026-11-30T22:00:00Z", []),
      NOW
    )
    expect(previewWeeks(days).map((week) => week.length)).toEqual([2, 7, 1])
  })
})
