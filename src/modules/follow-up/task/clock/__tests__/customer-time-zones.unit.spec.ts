import { customerTimeZones } from "../customer-time-zones"

const WINTER = new Date("2026-11-23T10:00:00Z")
const SUMMER = new Date("2026-07-23T10:00:00Z")

describe("the time zones of a country", () => {
  it.each([
    ["ua", ["Europe/Kyiv"]],
    ["UA", ["Europe/Kyiv"]],
    ["bg", ["Europe/Sofia"]],
    ["de", ["Europe/Berlin"]],
    ["es", ["Europe/Madrid"]],
    ["gb", ["Europe/London"]],
  ])("of %s are one: its clocks agree", (country, zones) => {
    expect(customerTimeZones(country, WINTER)).toEqual(zones)
  })

  it("are one for each clock where a country has several", () => {
    const clocks = customerTimeZones("us", WINTER).map((timeZone) =>
      new Intl.DateTimeFormat("en-GB", {
        timeZone,
        dateStyle: "short",
        timeStyle: "short",
      }).format(WINTER)
    )
    expect(clocks).toHaveLength(6)
    expect(new Set(clocks).size).toBe(clocks.length)
  })

  it("are those whose clocks differ at that moment", () => {
    expect(customerTimeZones("us", SUMMER).length).toBeGreaterThanOrEqual(
      customerTimeZones("us", WINTER).length
    )
    expect(customerTimeZones("au", SUMMER).length).toBeLessThan(
      customerTimeZones("au", WINTER).length
    )
  })

  it.each([null, "", "u", "xx", "zz", "ukr", "1a", "u-", "und"])(
    "of %j are unknown",
    (country) => {
      expect(customerTimeZones(country, WINTER)).toEqual([])
    }
  )
})
