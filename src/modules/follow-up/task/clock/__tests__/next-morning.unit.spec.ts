import {
  type BusinessCalendar,
  compileCalendar,
  type WindowDefinition,
} from "../../../../../business-time"
import { everyDay } from "../every-day"
import { nextMorning } from "../next-morning"
import {
  friday,
  justAfter,
  KYIV,
  kyivShop,
  monday,
  nextMonday,
  saturday,
  tuesday,
} from "../../__tests__/task-fixture"

const inKyiv = (...windows: WindowDefinition[]) =>
  compileCalendar({
    time_zone: KYIV,
    weekly: {
      monday: windows,
      tuesday: windows,
      wednesday: windows,
      thursday: windows,
      friday: windows,
    },
  })

const wednesday = (time: string) => new Date(`2026-11-25T${time}+02:00`)

describe("the next working morning", () => {
  it.each<[string, Date, Date]>([
    ["of a day at work is the next day's", monday("16:00"), tuesday("09:00")],
    ["of a Friday is Saturday's", friday("10:00"), saturday("10:00")],
    ["of a Saturday is Monday's", saturday("12:00"), nextMonday("09:00")],
    ["of an evening is the next day's", monday("20:00"), tuesday("09:00")],
    ["of an early morning is that day's", monday("06:00"), monday("09:00")],
    [
      "at the very opening is the next day's",
      monday("09:00"),
      tuesday("09:00"),
    ],
  ])("%s", (_, now, morning) => {
    expect(nextMorning(kyivShop, KYIV, now)).toEqual(morning)
  })

  it("is not the end of a lunch break", () => {
    const shop = inKyiv(["09:00", "13:00"], ["14:00", "18:00"])
    for (const time of ["12:50", "13:30", "17:00"]) {
      expect(nextMorning(shop, KYIV, monday(time))).toEqual(tuesday("09:00"))
    }
  })

  it("of a night shift is the evening of the day after it began", () => {
    const nights = inKyiv(["22:00", "06:00"])
    for (const now of [monday("23:00"), tuesday("05:59")]) {
      expect(nextMorning(nights, KYIV, now)).toEqual(tuesday("22:00"))
    }
    expect(nextMorning(nights, KYIV, tuesday("12:00"))).toEqual(
      tuesday("22:00")
    )
  })

  it.each<[string, BusinessCalendar]>([
    [
      "never closes",
      compileCalendar({
        time_zone: KYIV,
        weekly: everyDay(["00:00", "24:00"]),
      }),
    ],
    ["closes at weekends only", inKyiv(["00:00", "24:00"])],
  ])("of a shop that %s is at midnight", (_, shop) => {
    expect(nextMorning(shop, KYIV, tuesday("12:00"))).toEqual(
      wednesday("00:00")
    )
    expect(nextMorning(shop, KYIV, justAfter(tuesday("00:00")))).toEqual(
      wednesday("00:00")
    )
    expect(nextMorning(shop, KYIV, tuesday("00:00"))).toEqual(
      wednesday("00:00")
    )
  })

  it("of a shop on holiday for a quarter is when it opens again", () => {
    const shop = compileCalendar({
      time_zone: KYIV,
      weekly: {},
      exceptions: [
        { date: "2026-11-23", windows: [["09:00", "18:00"]], label: "Market" },
        { date: "2027-03-01", windows: [["10:00", "18:00"]], label: "Market" },
      ],
    })
    expect(nextMorning(shop, KYIV, monday("12:00"))).toEqual(
      new Date("2027-03-01T10:00+02:00")
    )
  })

  it("begins in the shop's zone, also on the day on which its clocks change", () => {
    const bars = compileCalendar({
      time_zone: "America/New_York",
      weekly: everyDay(["18:00", "02:00"]),
    })
    const evening = new Date("2026-11-01T18:00-05:00")
    expect(
      nextMorning(bars, "America/New_York", new Date("2026-11-01T01:30-04:00"))
    ).toEqual(evening)
  })
})
