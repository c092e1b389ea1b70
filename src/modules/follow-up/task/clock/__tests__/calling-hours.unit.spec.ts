import fc from "fast-check"
import {
  type BusinessCalendar,
  compileCalendar,
} from "../../../../../business-time"
import { callableFrom } from "../calling-hours"
import { customerTimeZones } from "../customer-time-zones"
import { everyDay } from "../every-day"
import {
  kyivShop,
  monday,
  saturday,
  sunday,
  tuesday,
} from "../../__tests__/task-fixture"

const HOURS = { start: "08:00", end: "21:00" }

const neverClosed = compileCalendar({
  time_zone: "UTC",
  weekly: everyDay(["00:00", "24:00"]),
})

const nights = compileCalendar({
  time_zone: "Europe/Kyiv",
  weekly: everyDay(["22:00", "06:00"]),
})

const callable = (
  from: Date,
  country: string | null,
  calendar: BusinessCalendar = kyivShop,
  hours: typeof HOURS | null = HOURS,
  called_at: Date | null = null
) => callableFrom(from, calendar, { hours, country, called_at })

describe("the first moment at which a customer may be called", () => {
  it.each<[string, Date, string | null, Date]>([
    ["is at once by day", monday("10:00"), "ua", monday("10:00")],
    [
      "is not at the closing of the shop",
      monday("18:00"),
      "ua",
      tuesday("09:00"),
    ],
    [
      "is not before morning in a zone that is behind",
      monday("09:30"),
      "pt",
      monday("10:00"),
    ],
    [
      "is not after evening in a zone that is ahead",
      monday("15:30"),
      "jp",
      tuesday("09:00"),
    ],
    [
      "is when the shop is open where the country is unknown",
      saturday("16:00"),
      null,
      new Date("2026-11-30T09:00+02:00"),
    ],
  ])("%s", (_, from, country, at) => {
    expect(callable(from, country)).toEqual(at)
  })

  it.each([
    ["Mexico, whose border changes its clocks", "mx", "2026-10-30T16:00Z"],
    ["Canada", "ca", "2026-10-30T16:00Z"],
    ["the United States", "us", "2027-03-12T20:00Z"],
  ])(
    "is not early in any zone once clocks have changed: %s",
    (_, country, from) => {
      const at = callable(new Date(from), country, neverClosed)
      for (const hour of [0, 12, 24, 36, 48, 60, 72]) {
        const later = callable(
          new Date(at.getTime() + hour * 3_600_000),
          country,
          kyivShop
        )
        for (const zone of customerTimeZones(country, later)) {
          const clock = later.toLocaleTimeString("en-GB", { timeZone: zone })
          expect(clock >= "08:00" && clock < "21:00").toBe(true)
        }
      }
    }
  )

  it("is at any hour of the shop's where there are no calling hours", () => {
    expect(callable(monday("15:30"), "jp", kyivShop, null)).toEqual(
      monday("15:30")
    )
  })

  it("is when it is neither early nor late in every zone of a country", () => {
    // 08:00 in Kaliningrad is 18:00 in Kamchatka.
    expect(callable(monday("03:00"), "ru", neverClosed)).toEqual(
      monday("08:00")
    )
    expect(callable(monday("11:00"), "ru", neverClosed)).toEqual(
      tuesday("08:00")
    )
  })

  it("passes over the zones of a country in which the call before was at night", () => {
    const moscow = compileCalendar({
      time_zone: "Europe/Moscow",
      weekly: everyDay(["09:00", "18:00"]),
    })
    const inRussia = (from: Date, called_at: Date | null) =>
      callable(from, "ru", moscow, HOURS, called_at)
    // 16:00 in Moscow is 20:00 in Krasnoyarsk, and 01:00 in Kamchatka.
    const called = new Date("2026-11-23T16:00+03:00")
    const minutesLater = new Date("2026-11-23T16:10+03:00")
    expect(inRussia(minutesLater, called)).toEqual(minutesLater)
    expect(inRussia(minutesLater, null)).toEqual(
      new Date("2026-11-24T09:00+03:00")
    )
    // By then it is night in Krasnoyarsk.
    expect(inRussia(new Date("2026-11-23T17:30+03:00"), called)).toEqual(
      new Date("2026-11-24T09:00+03:00")
    )
  })

  it("is in all zones of a country if the call before was at night in each", () => {
    const night = new Date("2026-11-23T08:30Z")
    expect(callable(night, "us", neverClosed, HOURS, night)).toEqual(
      callable(night, "us", neverClosed)
    )
  })

  it("is in the customer's hours where the shop's never meet them", () => {
    // The whole of the United States is awake only once Kyiv has closed.
    const at = callable(monday("09:30"), "us")
    expect(kyivShop.isOpen(at)).toBe(false)
    expect(hourIn("Pacific/Honolulu", at)).toBe("08:00")
    // A shop by night may still not wake anybody.
    expect(callable(monday("23:00"), "ua", nights)).toEqual(tuesday("08:00"))
  })

  it("is in the hours of both, the first there are, and never at night", () => {
    const shops = [kyivShop, nights, neverClosed]
    fc.assert(
      fc.property(
        fc.date({
          min: new Date("2026-10-20T00:00:00Z"),
          max: new Date("2026-11-20T00:00:00Z"),
          noInvalidDate: true,
        }),
        fc.constantFrom("ua", "pt", "jp", "us", "ru", "au", "bg", "br"),
        fc.constantFrom(0, 1, 2),
        (from, country, index) => {
          const shop = shops[index] ?? kyivShop
          const at = callable(from, country, shop)
          const isWelcome = (moment: Date) =>
            customerTimeZones(country, from).every((zone) => {
              const hour = hourIn(zone, moment)
              return HOURS.start <= hour && hour < HOURS.end
            })
          expect(at.getTime()).toBeGreaterThanOrEqual(from.getTime())
          expect(isWelcome(at)).toBe(true)
          const earlier = quartersBetween(from, at).filter(
            (moment) => isWelcome(moment) && shop.isOpen(moment)
          )
          if (shop.isOpen(at)) {
            expect(earlier).toEqual([])
          } else {
            expect(
              quartersBetween(from, new Date(from.getTime() + 8 * 86_400_000))
                .filter((moment) => shop.isOpen(moment))
                .some(isWelcome)
            ).toBe(false)
          }
        }
      ),
      { numRuns: 60 }
    )
  })

  it("is found where the two meet on one day of the week only", () => {
    const sundays = compileCalendar({
      time_zone: "Europe/Kyiv",
      weekly: {
        sunday: [["20:00", "23:00"]],
        monday: [["01:00", "06:00"]],
        wednesday: [["01:00", "06:00"]],
      },
    })
    expect(callable(monday("07:00"), "ua", sundays)).toEqual(sunday("20:00"))
  })
})

function hourIn(timeZone: string, at: Date): string {
  return new Intl.DateTimeFormat("en-GB", {
    timeZone,
    hour: "2-digit",
    minute: "2-digit",
  }).format(at)
}

function quartersBetween(from: Date, to: Date): Date[] {
  const quarter = 900_000
  const moments: Date[] = []
  for (
    let at = Math.ceil(from.getTime() / quarter) * quarter;
    at < to.getTime();
    at += quarter
  ) {
    moments.push(new Date(at))
  }
  return moments
}
