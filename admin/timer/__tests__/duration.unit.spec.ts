import { readDuration, roundedUp } from "../duration"

describe("a duration", () => {
  it.each([
    [0, "0:00"],
    [9, "0:09"],
    [1_104, "18:24"],
    [3_599, "59:59"],
  ])("of %i seconds runs as %s", (seconds, text) => {
    expect(readDuration(seconds)).toEqual({ unit: "clock", text })
  })

  it("shows no seconds from an hour on", () => {
    expect(readDuration(3_600)).toEqual({ unit: "hours", hours: 1, minutes: 0 })
    expect(readDuration(28_799)).toEqual({
      unit: "hours",
      hours: 7,
      minutes: 59,
    })
  })

  it("counts a started minute where it stands", () => {
    expect(roundedUp(661)).toEqual({ hours: 0, minutes: 12 })
    expect(roundedUp(3_600)).toEqual({ hours: 1, minutes: 0 })
  })
})
