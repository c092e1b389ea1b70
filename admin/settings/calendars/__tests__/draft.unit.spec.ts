import { changesTo, definitionOf, draftOf } from "../draft"
import { edited } from "../draft-reducer"
import { aCalendar } from "./a-calendar"

const calendar = aCalendar()
const draft = draftOf(calendar)

describe("a calendar's draft", () => {
  it("has every weekday, and the exceptions by date", () => {
    expect(draft.week.tuesday).toEqual([])
    expect(draft.exceptions.map(({ date }) => date)).toEqual([
      "2026-12-24",
      "2026-12-25",
    ])
  })

  it("changes nothing as it is, whatever the order in the database", () => {
    expect(changesTo(calendar, draft)).toBeNull()
    const bindings = [...draft.bindings].reverse()
    expect(changesTo(calendar, { ...draft, bindings })).toBeNull()
  })

  it("sends what was changed, with the version that was edited", () => {
    const renamed = edited(draft, { what: "name", name: " Day shift " })
    expect(changesTo(calendar, renamed)).toEqual({
      name: "Day shift",
      version: 3,
    })
    const moved = edited(draft, { what: "bindings", bindings: [] })
    expect(changesTo(calendar, moved)).toEqual({ bindings: [], version: 3 })
  })

  it("leaves closed weekdays out of the definition", () => {
    const closed = edited(draft, { what: "day", day: "monday", windows: [] })
    expect(definitionOf(closed).weekly).toEqual({})
  })
})

describe("an exception", () => {
  const party = { date: "2026-12-20", label: "Party", windows: [] }

  it("is put in its place by date", () => {
    const { exceptions } = edited(draft, {
      what: "exceptions",
      exceptions: [party],
    })
    expect(exceptions.map(({ date }) => date)).toEqual([
      "2026-12-20",
      "2026-12-24",
      "2026-12-25",
    ])
  })

  it("takes the place of the one that was edited", () => {
    const { exceptions } = edited(draft, {
      what: "exceptions",
      exceptions: [party],
      instead_of: "2026-12-25",
    })
    expect(exceptions.map(({ label }) => label)).toEqual(["Party", ""])
  })

  it("takes the place of the one of the same date", () => {
    const { exceptions } = edited(draft, {
      what: "exceptions",
      exceptions: [{ ...party, date: "2026-12-25" }],
    })
    expect(exceptions.map(({ label }) => label)).toEqual(["", "Party"])
  })

  it("goes when it is taken away", () => {
    const { exceptions } = edited(draft, {
      what: "without_exceptions",
      dates: ["2026-12-24"],
    })
    expect(exceptions).toHaveLength(1)
  })
})
