import { fromWallClock, toWallClock } from "../from-wall-clock"
import { nearDate } from "../near-date"
import { wallClock } from "../zoned"

const at = (iso: string) => Date.parse(iso)

describe("a wall clock", () => {
  it("shows the time of its zone", () => {
    expect(wallClock(at("2026-11-23T07:05:00Z"), "Europe/Kyiv")).toMatchObject({
      time: "09:05",
      minutes: 545,
    })
  })

  it("shows midnight as 00:00, of the new day", () => {
    const before = wallClock(at("2026-11-22T21:59:00Z"), "Europe/Kyiv")
    const after = wallClock(at("2026-11-22T22:00:00Z"), "Europe/Kyiv")
    expect(before?.time).toBe("23:59")
    expect(after?.time).toBe("00:00")
    expect((after?.day ?? 0) - (before?.day ?? 0)).toBe(1)
  })

  it("is missing where nobody knows the zone", () => {
    expect(wallClock(0, "Atlantis/Capital")).toBeNull()
  })
})

describe("a typed local time", () => {
  it("is the moment at which the zone's clocks show it", () => {
    expect(fromWallClock("2026-11-23T09:30", "Europe/Kyiv")).toEqual(
      new Date("2026-11-23T07:30:00Z")
    )
    expect(fromWallClock("2026-07-01T09:30", "Europe/Kyiv")).toEqual(
      new Date("2026-07-01T06:30:00Z")
    )
    expect(fromWallClock("2026-11-23T09:30", "Asia/Kathmandu")).toEqual(
      new Date("2026-11-23T03:45:00Z")
    )
  })

  it("is right on the day on which the clocks change", () => {
    // Kyiv: 2026-10-25, at 04:00 back to 03:00.
    expect(fromWallClock("2026-10-25T02:30", "Europe/Kyiv")).toEqual(
      new Date("2026-10-24T23:30:00Z")
    )
    expect(fromWallClock("2026-10-25T10:00", "Europe/Kyiv")).toEqual(
      new Date("2026-10-25T08:00:00Z")
    )
  })

  it("comes back as it was typed", () => {
    const typed = "2026-03-29T10:00"
    const moment = fromWallClock(typed, "Europe/Kyiv")
    expect(toWallClock(moment?.getTime() ?? 0, "Europe/Kyiv")).toBe(typed)
  })

  it("is nothing while the field is empty", () => {
    expect(fromWallClock("", "Europe/Kyiv")).toBeNull()
  })
})

describe("a date near today", () => {
  // Monday, 09:00 in Kyiv.
  const now = at("2026-11-23T07:00:00Z")
  const near = (iso: string) => nearDate(at(iso), now, "Europe/Kyiv")

  it("is today, tomorrow or yesterday by the zone's midnight", () => {
    expect(near("2026-11-23T21:59:00Z")).toEqual({
      kind: "today",
      time: "23:59",
    })
    expect(near("2026-11-23T22:00:00Z").kind).toBe("tomorrow")
    expect(near("2026-11-22T21:59:00Z").kind).toBe("yesterday")
  })

  it("is a weekday within six days, and a date beyond", () => {
    expect(near("2026-11-28T08:00:00Z").kind).toBe("weekday")
    expect(near("2026-11-30T08:00:00Z").kind).toBe("date")
    expect(near("2026-11-16T08:00:00Z").kind).toBe("date")
  })
})
