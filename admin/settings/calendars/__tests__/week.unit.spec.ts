import {
  ALWAYS_OPEN,
  anotherWindow,
  copyDay,
  endsNextDay,
  hoursToOpenWith,
  isAlwaysOpen,
  neverOpens,
  OFFICE_WEEK,
  otherOpenDays,
  weekOf,
  windowProblems,
} from "../week"

describe("a week", () => {
  it("opens a closed day with the hours of the open day before it", () => {
    const week = { ...OFFICE_WEEK, friday: [["10:00", "15:00"]] as const }
    expect(hoursToOpenWith(week, "saturday")).toEqual([["10:00", "15:00"]])
    expect(hoursToOpenWith({ ...week, monday: [] }, "monday")).toEqual([
      ["09:00", "18:00"],
    ])
  })

  it("opens the first day of all with a working day", () => {
    expect(
      hoursToOpenWith(
        weekOf(() => []),
        "monday"
      )
    ).toEqual([["09:00", "18:00"]])
  })

  it("copies a day to others and leaves the rest alone", () => {
    const week = { ...OFFICE_WEEK, monday: [["08:00", "12:00"]] as const }
    const copied = copyDay(week, "monday", ["tuesday", "sunday"])
    expect(copied.tuesday).toEqual([["08:00", "12:00"]])
    expect(copied.sunday).toEqual([["08:00", "12:00"]])
    expect(copied.wednesday).toEqual([["09:00", "18:00"]])
  })

  it("names the other days that are worked", () => {
    expect(otherOpenDays(OFFICE_WEEK, "monday")).toEqual([
      "tuesday",
      "wednesday",
      "thursday",
      "friday",
    ])
    expect(otherOpenDays(OFFICE_WEEK, "sunday")).toHaveLength(5)
  })

  it("knows whether it opens at all, and whether it ever closes", () => {
    expect(neverOpens(weekOf(() => []))).toBe(true)
    expect(neverOpens(OFFICE_WEEK)).toBe(false)
    expect(isAlwaysOpen(ALWAYS_OPEN)).toBe(true)
    expect(isAlwaysOpen(OFFICE_WEEK)).toBe(false)
  })
})

describe("a further window of a day", () => {
  it("comes an hour after the last one", () => {
    expect(anotherWindow([["09:00", "13:00"]])).toEqual(["14:00", "18:00"])
    expect(anotherWindow([["09:00", "20:30"]])).toEqual(["21:30", "24:00"])
  })

  it("is left to the person where the day has no room for it", () => {
    expect(anotherWindow([["09:00", "23:00"]])).toEqual(["", ""])
    expect(anotherWindow([["22:00", "06:00"]])).toEqual(["", ""])
    expect(anotherWindow([["09:00", "soon"]])).toEqual(["", ""])
  })
})

describe("a window", () => {
  it("ends the next day when its end is not after its start", () => {
    expect(endsNextDay(["22:00", "06:00"])).toBe(true)
    expect(endsNextDay(["09:00", "09:00"])).toBe(true)
    expect(endsNextDay(["00:00", "24:00"])).toBe(false)
    expect(endsNextDay(["09:00", ""])).toBe(false)
  })

  it("is wrong where a time is none, or starts at the end of the day", () => {
    expect(
      windowProblems([
        ["09:00", "13:00"],
        ["later", "18:00"],
        ["14:00", ""],
        ["", ""],
        ["24:00", "06:00"],
      ])
    ).toEqual([null, "start", "end", "both", "start"])
  })

  it("may overlap an earlier one, which is said", () => {
    expect(
      windowProblems([
        ["09:00", "13:00"],
        ["12:00", "18:00"],
        ["18:00", "20:00"],
      ])
    ).toEqual([null, "overlap", null])
    expect(
      windowProblems([
        ["20:00", "04:00"],
        ["22:00", "23:00"],
      ])
    ).toEqual([null, "overlap"])
  })
})
