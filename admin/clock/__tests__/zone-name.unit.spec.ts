import { zoneName, zoneOffset } from "../zone-name"

describe("the name of a time zone", () => {
  it.each([
    ["en", "Ukraine Time"],
    ["uk", "Україна"],
    ["ru", "Украина"],
    ["bg", "Украйна"],
  ])("is in the dashboard's language: %s", (locale, name) => {
    expect(zoneName("Europe/Kyiv", locale)).toBe(name)
  })

  it("has the offset of a moment beside it", () => {
    const winter = Date.parse("2026-12-01T12:00:00Z")
    const summer = Date.parse("2026-07-01T12:00:00Z")
    expect(zoneOffset("Europe/Kyiv", winter)).toBe("GMT+2")
    expect(zoneOffset("Europe/Kyiv", summer)).toBe("GMT+3")
  })
})
