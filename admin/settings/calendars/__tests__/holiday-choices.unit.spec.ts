import { closedOn, holidayChoices, type Holiday } from "../holiday-choices"

const holiday = (
  date: string,
  name: string,
  kind: Holiday["kind"] = "public"
): Holiday => ({ date, name, kind })

const TODAY = "2026-11-21"

describe("the holidays to choose from", () => {
  it("are those ahead, by date", () => {
    const choices = holidayChoices(
      [
        holiday("2026-12-25", "Christmas"),
        holiday("2026-01-01", "New Year"),
        holiday("2026-11-21", "Today"),
      ],
      [],
      TODAY
    )
    expect(choices.map(({ name }) => name)).toEqual(["Today", "Christmas"])
  })

  it("are one for each date", () => {
    const choices = holidayChoices(
      [
        holiday("2026-12-25", "Christmas", "observance"),
        holiday("2026-12-25", "Bank day", "bank"),
        holiday("2026-12-25", "Christmas"),
        holiday("2026-12-25", "Christmas", "optional"),
      ],
      [],
      TODAY
    )
    expect(choices).toEqual([
      {
        date: "2026-12-25",
        name: "Bank day, Christmas",
        dayOff: true,
        added: false,
      },
    ])
  })

  it("leave out what nobody has off", () => {
    expect(
      holidayChoices(
        [
          holiday("2026-12-06", "St Nicholas", "observance"),
          holiday("2026-12-24", "School’s out", "school"),
        ],
        [],
        TODAY
      )
    ).toEqual([])
  })

  it("say which dates the calendar has already", () => {
    const [choice] = holidayChoices(
      [holiday("2026-12-25", "Christmas")],
      [{ date: "2026-12-25", label: "", windows: [["10:00", "14:00"]] }],
      TODAY
    )
    expect(choice?.added).toBe(true)
  })
})

describe("adding holidays", () => {
  const choices = holidayChoices(
    [holiday("2026-12-25", "Christmas"), holiday("2026-12-26", "Boxing Day")],
    [],
    TODAY
  )

  it("adds those that were ticked and no other", () => {
    expect(closedOn(choices, new Set())).toEqual([])
    expect(closedOn(choices, new Set(["2026-12-26", "2027-01-01"]))).toEqual([
      { date: "2026-12-26", label: "Boxing Day", windows: [] },
    ])
  })

  it("never replaces the hours that a date has already", () => {
    const added = choices.map((choice) => ({ ...choice, added: true }))
    expect(closedOn(added, new Set(["2026-12-26"]))).toEqual([])
  })
})
