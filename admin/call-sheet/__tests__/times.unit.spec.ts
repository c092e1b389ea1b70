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
  const now = at("2026-11-20T15:20:00Z")

  it("end with tomorrow morning on the shop's clocks", () => {
    expect(callBackTimes(now, "Europe/Kyiv").map((time) => time.at)).toEqual([
      new Date("2026-11-20T15:35:00Z"),
      new Date("2026-11-20T15:50:00Z"),
      new Date("2026-11-20T16:20:00Z"),
      new Date("2026-11-20T18:20:00Z"),
      new Date("2026-11-21T08:00:00Z"),
    ])
  })

  it("take tomorrow from the shop's date, and not from that of UTC", () => {
    const lateInKyiv = at("2026-11-20T22:30:00Z")
    const [, , tomorrow] = waitTimes(lateInKyiv, "Europe/Kyiv")
    expect(tomorrow?.at).toEqual(new Date("2026-11-22T08:00:00Z"))
  })
})
