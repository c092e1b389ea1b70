import { clockMinutes, clockText, readClock, stepClock } from "../clock-text"

describe("a typed time", () => {
  it.each([
    ["9", "09:00"],
    ["09", "09:00"],
    ["930", "09:30"],
    ["0930", "09:30"],
    ["9:30", "09:30"],
    ["9.30", "09:30"],
    ["9,30", "09:30"],
    ["9 30", "09:30"],
    [" 18:00 ", "18:00"],
    ["1830", "18:30"],
    ["9am", "09:00"],
    ["9 pm", "21:00"],
    ["12am", "00:00"],
    ["12pm", "12:00"],
    ["24", "24:00"],
    ["24:00", "24:00"],
    ["0", "00:00"],
  ])("%j is %s", (typed, time) => {
    expect(readClock(typed)).toBe(time)
  })

  it.each(["", "noon", "24:01", "25", "9:60", "9:5:1", "-1", "12345"])(
    "%j is none",
    (typed) => {
      expect(readClock(typed)).toBeNull()
    }
  )

  it("is minutes after midnight once it is written out", () => {
    expect(clockMinutes("09:30")).toBe(570)
    expect(clockMinutes("24:00")).toBe(1_440)
    expect(clockMinutes("9:30")).toBeNull()
    expect(clockMinutes("24:30")).toBeNull()
    expect(clockText(570)).toBe("09:30")
  })
})

describe("an arrow key in a time", () => {
  it("goes to the next quarter of an hour, and stays within the day", () => {
    expect(stepClock("09:00", 15)).toBe("09:15")
    expect(stepClock("09:07", 15)).toBe("09:15")
    expect(stepClock("09:07", -15)).toBe("09:00")
    expect(stepClock("09:00", -15)).toBe("08:45")
    expect(stepClock("24:00", 15)).toBe("24:00")
    expect(stepClock("00:00", -15)).toBe("00:00")
  })

  it("understands what is half typed, and starts at midnight otherwise", () => {
    expect(stepClock("9", 60)).toBe("10:00")
    expect(stepClock("", 15)).toBe("00:15")
  })
})
