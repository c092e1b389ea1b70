import fc from "fast-check"
import { toWallClock } from "../../clock/from-wall-clock"
import { localTime } from "../local-time"
import { callBackTimes, waitTimes } from "../quick-times"

const at = (iso: string) => Date.parse(iso)

describe("the local time of the customer", () => {
  it("is one where the country has one zone", () => {
    expect(localTime(["Europe/Kyiv"], at("2026-11-23T07:01:00Z"))).toEqual({
      from: "09:01",
      to: "09:01",
      outside: "no",
    })
  })

  it("is a range where the country has several, across midnight too", () => {
    const zones = ["America/New_York", "America/Los_Angeles", "America/Chicago"]
    expect(localTime(zones, at("2026-11-23T17:30:00Z"))).toEqual({
      from: "09:30",
      to: "12:30",
      outside: "no",
    })
    expect(localTime(zones, at("2026-11-23T05:30:00Z"))).toMatchObject({
      from: "21:30",
      to: "00:30",
    })
  })

  it("is one where several zones show the same", () => {
    expect(
      localTime(
        ["Europe/Berlin", "Europe/Busingen"],
        at("2026-11-23T09:00:00Z")
      )
    ).toMatchObject({ from: "10:00", to: "10:00" })
  })

  it("warns before 08:00 and from 21:00 on, and when that is not certain", () => {
    const outside = (iso: string, ...zones: string[]) =>
      localTime(zones, at(iso))?.outside
    expect(outside("2026-11-23T05:59:00Z", "Europe/Kyiv")).toBe("yes")
    expect(outside("2026-11-23T06:00:00Z", "Europe/Kyiv")).toBe("no")
    expect(outside("2026-11-23T18:59:00Z", "Europe/Kyiv")).toBe("no")
    expect(outside("2026-11-23T19:00:00Z", "Europe/Kyiv")).toBe("yes")
    expect(
      outside("2026-11-23T14:00:00Z", "America/New_York", "America/Los_Angeles")
    ).toBe("maybe")
  })

  it("is unknown where the country is", () => {
    expect(localTime([], 0)).toBeNull()
  })
})

describe("the times that are one key away", () => {
  const KYIV = "Europe/Kyiv"
  const called = (iso: string, ...zonesThere: string[]) =>
    callBackTimes(at(iso), KYIV, zonesThere).map((time) =>
      toWallClock(time.at.getTime(), KYIV)
    )

  it("end with tomorrow morning on the shop's clocks", () => {
    expect(called("2026-11-20T13:20:00Z", KYIV)).toEqual([
      "2026-11-20T15:35",
      "2026-11-20T15:50",
      "2026-11-20T16:20",
      "2026-11-20T18:20",
      "2026-11-21T10:00",
    ])
  })

  it.each([
    [
      "in the evening",
      "2026-11-20T17:20:00Z",
      ["19:35", "19:50", "20:20", "10:00", "14:00"],
    ],
    [
      "at night",
      "2026-11-20T19:08:00Z",
      ["10:00", "14:00", "18:00", "10:00", "14:00"],
    ],
    [
      "before the morning",
      "2026-11-20T03:30:00Z",
      ["08:30", "10:00", "14:00", "18:00", "10:00"],
    ],
  ])("are within the calling hours %s", (_, now, times) => {
    expect(called(now, KYIV).map((time) => time.slice(11))).toEqual(times)
  })

  it("are within the calling hours of the customer, wherever the shop is", () => {
    fc.assert(
      fc.property(
        fc.integer({
          min: at("2026-11-20T00:00Z"),
          max: at("2026-12-20T00:00Z"),
        }),
        fc.constantFrom(
          KYIV,
          "America/Los_Angeles",
          "Australia/Sydney",
          "Asia/Tokyo"
        ),
        (now, there) => {
          const times = callBackTimes(now, KYIV, [there]).map((time) =>
            time.at.getTime()
          )
          expect(times).toHaveLength(5)
          expect([...new Set(times)].sort()).toEqual(times)
          for (const time of times) {
            expect(time).toBeGreaterThan(now)
            expect(localTime([there], time)?.outside).toBe("no")
          }
        }
      )
    )
  })

  it("are as soon as can be where nobody knows the customer's time", () => {
    expect(called("2026-11-20T19:08:00Z")[0]).toBe("2026-11-20T21:23")
  })

  it("take tomorrow from the shop's date, and not from that of UTC", () => {
    const lateInKyiv = at("2026-11-20T22:30:00Z")
    const [, , tomorrow] = waitTimes(lateInKyiv, "Europe/Kyiv")
    expect(tomorrow?.at).toEqual(new Date("2026-11-22T08:00:00Z"))
  })
})
