import { isWorse, type Told } from "../told"

const ZONE = "Europe/Kyiv"

const told = (expected_at: string | null, units = 1): Told[] => [
  { line_item_id: "ordli_1", title: "Kettle", ordered: 2, units, expected_at },
]

describe("a customer who was told a day", () => {
  const before = told("2026-12-04T10:00:00.000Z")

  it.each([
    ["it is the next day at the desk", told("2026-12-04T22:30:00.000Z")],
    ["nobody knows the day any more", told(null)],
    ["more units are short", told("2026-12-04T10:00:00.000Z", 2)],
  ])("is told again if %s", (_, now) => {
    expect(isWorse(before, now, ZONE)).toBe(true)
  })

  it.each([
    ["it is another hour of that day", told("2026-12-04T21:30:00.000Z")],
    ["it is an earlier day", told("2026-12-03T21:30:00.000Z")],
    ["nothing is short any more", []],
  ])("is not told again if %s", (_, now) => {
    expect(isWorse(before, now, ZONE)).toBe(false)
  })
})

it("a customer who was told of no day waits for none", () => {
  expect(isWorse(told(null), told(null), ZONE)).toBe(false)
})
