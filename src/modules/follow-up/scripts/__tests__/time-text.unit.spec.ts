import { clockText, timeText } from "../time-text"

const now = new Date("2026-11-20T17:00:00Z")
const kyiv = (language: string) => ({ language, time_zone: "Europe/Kyiv" })

describe("a time as one tells it", () => {
  it.each([
    ["2026-11-20T18:30:00Z", "uk", "сьогодні, 20:30"],
    ["2026-11-21T07:20:00Z", "uk", "завтра, 09:20"],
    ["2026-11-19T07:20:00Z", "bg", "вчера, 09:20"],
    ["2026-11-23T07:20:00Z", "uk", "понеділок, 23 листопада, 09:20"],
    ["2026-11-23T07:20:00Z", "ru", "понедельник, 23 ноября, 09:20"],
    ["2026-11-23T07:20:00Z", "bg", "понеделник, 23 ноември, 09:20"],
    ["2026-11-23T07:20:00Z", "en", "Monday 23 November, 09:20"],
    ["2026-11-23T07:20:00Z", "en-US", "Monday, November 23, 09:20"],
  ])("%s in %s is %s", (at, language, text) => {
    expect(timeText(new Date(at), now, kyiv(language))).toBe(text)
  })

  it("has the day of the place, which may be another one here", () => {
    const at = new Date("2026-11-20T22:30:00Z")
    const in_utc = { language: "en", time_zone: "UTC" }

    expect(timeText(at, now, kyiv("en"))).toBe("tomorrow, 00:30")
    expect(timeText(at, now, in_utc)).toBe("today, 22:30")
  })

  it("names the zone where it is not the one of who reads it", () => {
    expect(clockText(now, { ...kyiv("uk"), with_zone: true })).toBe(
      "19:00 GMT+2"
    )
  })
})
