import { leftOutAfter } from "../absences"

const now = new Date("2026-11-27T09:00:00Z")
const a_day = { absence_hours: 24 }
const before = (hours: number) => new Date(now.getTime() - hours * 3_600_000)

describe("what is left out after an absence", () => {
  it("is everything before the hours that the shop allows", () => {
    const looked = before(25 * 24)
    expect(leftOutAfter(looked, a_day, now)).toEqual({
      from: looked,
      to: before(24),
    })
  })

  it.each([
    ["at a run a minute ago", 1 / 60, 24],
    ["for a night", 14, 24],
    ["for exactly as long as allowed", 24, 24],
    ["over a weekend that the shop allows", 63, 72],
    ["never, with a clock that was ahead", -1, 24],
  ])("is nothing when it was away %s", (_, hours, absence_hours) => {
    expect(leftOutAfter(before(hours), { absence_hours }, now)).toBeNull()
  })

  it("depends on what the shop sets", () => {
    expect(leftOutAfter(before(3), { absence_hours: 2 }, now)).toEqual({
      from: before(3),
      to: before(2),
    })
  })
})
