import { textIn } from "../../refusals/__tests__/a-text"
import { levelOf } from "../level"
import { templateNames } from "../settings/template-names"
import { weekdaysText } from "../settings/weekdays-text"
import { apartBy, dayText, lateText, windowText } from "../window-text"

const en = textIn("en")
const uk = textIn("uk")

/** 23:30 of November 27 in Kyiv. */
const LATE = Date.parse("2026-11-27T21:30:00Z")

const window = (local_date: string) => ({
  local_date,
  local_start: "18:00",
  local_end: "24:00",
  time_zone: "Europe/Kyiv",
})

it.each([
  ["2026-11-27", "today"],
  ["2026-11-28", "tomorrow"],
  ["2026-11-29", "Sun, Nov 29"],
  ["2026-11-26", "Thu, Nov 26"],
])("on the evening of November 27, %s is %j", (date, text) => {
  expect(dayText(en, window(date), LATE)).toBe(text)
})

it("tells a window by its own clock, wherever the browser is", () => {
  expect(windowText(en, window("2026-11-28"), LATE)).toBe(
    "tomorrow, 18:00–24:00"
  )
  expect(
    dayText(
      en,
      { local_date: "2026-11-27", time_zone: "America/New_York" },
      Date.parse("2026-11-28T03:00:00Z")
    )
  ).toBe("today")
  expect(windowText(uk, window("2026-11-27"), LATE)).toBe(
    "сьогодні, 18:00–24:00"
  )
})

it.each([
  [[1, 2, 3, 4, 5], "Mon–Fri"],
  [[6, 7], "Sat, Sun"],
  [[1, 3, 4, 5, 7], "Mon, Wed–Fri, Sun"],
  [[7, 1], "Mon, Sun"],
  [[1, 2, 3, 4, 5, 6, 7], "every day"],
])("writes the weekdays %j as %j", (weekdays, text) => {
  expect(weekdaysText(en, weekdays)).toBe(text)
})

it.each([
  [0, 10, "open"],
  [7, 10, "open"],
  [8, 10, "nearly"],
  [10, 10, "full"],
  [11, 10, "over"],
  [0, 0, "full"],
] as const)("%i of %i places are %j", (booked, capacity, level) => {
  expect(levelOf({ booked, capacity, is_closed: false })).toBe(level)
})

describe("windows of the same hours", () => {
  const shown = (place: string, time_zone: string) => ({
    place,
    time_zone,
    starts_at: "2026-11-28T07:00:00Z",
  })
  const kyiv = shown("Ukraine", "Europe/Kyiv")
  const sofia = shown("Bulgaria", "Europe/Sofia")
  const berlin = shown("Germany", "Europe/Berlin")

  it("are told apart by where they go to", () => {
    // The clocks of both show the same.
    const apart = apartBy(en, [kyiv, sofia], "Europe/Kyiv")
    expect([kyiv, sofia].map(apart)).toEqual(["Ukraine", "Bulgaria"])
  })

  it("are told apart by their zones, once one has another time than the desk", () => {
    const apart = apartBy(en, [kyiv, berlin], "Europe/Kyiv")
    expect([kyiv, berlin].map(apart)).toEqual([
      "Ukraine · Ukraine Time",
      "Germany · Germany Time",
    ])
    expect(apartBy(uk, [berlin], "Europe/Kyiv")(berlin)).toBe("час: Німеччина")
  })

  it("say nothing that is the same for all", () => {
    expect(apartBy(en, [kyiv, kyiv], "Europe/Kyiv")(kyiv)).toBe("")
  })
})

it.each([
  ["18:16:40", "Expected at 20:16, 16 min late"],
  ["18:00:40", "Expected at 20:00"],
])("is late by the minutes that its time says (%s)", (time, text) => {
  const ends_at = "2026-11-27T18:00:00Z"
  const expected_at = `2026-11-27T${time}Z`
  const expected = {
    expected_at,
    window: { ends_at, time_zone: "Europe/Kyiv" },
  }
  expect(lateText(en, expected, LATE)).toBe(text)
})

describe("templates of one name", () => {
  const zone = (name: string) => ({ id: name, name })
  const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7]
  const ukraine = {
    id: "a",
    name: "Morning",
    weekdays: EVERY_DAY,
    starts_at: "08:00",
    ends_at: "12:00",
    time_zone: "Europe/Kyiv",
    service_zone: zone("Ukraine"),
    shipping_options: [],
    valid_from: null,
    valid_to: null,
  }
  const named = (...others: object[]) => {
    const all = [ukraine, ...others].map((one, at) => ({
      ...ukraine,
      ...one,
      id: String(at),
    }))
    return [...templateNames(en, all).values()]
  }

  it.each([
    ["nothing more than their hours", [{ starts_at: "10:00" }], ["", ""]],
    [
      "where they deliver to",
      [{ service_zone: zone("Bulgaria") }],
      [" · Ukraine", " · Bulgaria"],
    ],
    [
      "their shipping options",
      [{ shipping_options: [zone("Express"), zone("By hand")] }],
      [" · Ukraine", " · Express, By hand"],
    ],
    [
      "that what they delivered to is gone",
      [{ service_zone: null }],
      [" · Ukraine", " · serves no delivery"],
    ],
    [
      "their weekdays, as far as the place does not say enough",
      [{ weekdays: [6, 7] }, { service_zone: zone("Bulgaria") }],
      [" · Ukraine · every day", " · Ukraine · Sat, Sun", " · Bulgaria"],
    ],
    [
      "from when they are valid",
      [{ valid_from: "2026-12-01" }],
      ["", " · from Dec 1, 2026"],
    ],
  ])("are told apart by %s", (_, others, apart) => {
    const hours = others.map((one) =>
      "starts_at" in one ? "10:00–12:00" : "08:00–12:00"
    )
    expect(named(...others)).toEqual(
      ["08:00–12:00", ...hours].map(
        (its, at) => `Morning · ${its}${apart[at] ?? ""}`
      )
    )
  })
})
