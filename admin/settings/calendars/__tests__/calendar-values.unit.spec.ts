import { createFormControl, type FieldPathValue } from "react-hook-form"
import { keysForTexts as t } from "../../__tests__/keys-for-texts"
import { inOrderOf } from "../../in-order-of"
import {
  calendarSchema,
  changesOf,
  definitionOf,
  sameBinding,
  valuesOf,
  withExceptions,
  type CalendarValues,
} from "../calendar-values"
import { weekOf } from "../week"
import { aCalendar } from "./a-calendar"

const calendar = aCalendar()
const values = valuesOf(calendar)

/** What is sent once one value was changed in the form; null for nothing. */
function sent<Name extends keyof CalendarValues>(
  name: Name,
  value: FieldPathValue<CalendarValues, Name>
) {
  let dirty = {}
  const form = createFormControl<CalendarValues>({ defaultValues: values })
  form.subscribe({
    formState: { isDirty: true, dirtyFields: true },
    callback: ({ dirtyFields = {} }) => (dirty = dirtyFields),
  })
  form.setValue(name, value, { shouldDirty: true })
  return Object.keys(dirty).length > 0
    ? changesOf(calendarSchema(t).parse(form.getValues()), dirty, 3)
    : null
}

describe("a calendar's values", () => {
  it("have every weekday, and the exceptions by date", () => {
    expect(values.week.tuesday).toEqual([])
    expect(values.exceptions.map(({ date }) => date)).toEqual([
      "2026-12-24",
      "2026-12-25",
    ])
  })

  it("change nothing as they are, whatever the order in the database", () => {
    expect(sent("bindings", values.bindings)).toBeNull()
    const chosen = [...values.bindings].reverse()
    expect(
      sent("bindings", inOrderOf(calendar.bindings, chosen, sameBinding))
    ).toBeNull()
  })

  it("are sent where they were changed, with the version that was edited", () => {
    expect(sent("name", " Day shift ")).toEqual({
      name: "Day shift",
      version: 3,
    })
    expect(sent("bindings", [])).toEqual({ bindings: [], version: 3 })
    expect(sent("exceptions", [])).toEqual({
      definition: { ...definitionOf(values), exceptions: [] },
      version: 3,
    })
  })

  it.each([
    ["a name", { name: " " }, "settings.calendars.nameNeeded"],
    [
      "an open day",
      { week: weekOf(() => []) },
      "settings.calendars.neverOpens",
    ],
    ["times", { week: weekOf(() => [["9", ""]]) }, ""],
  ])("are not saved without %s", (_, part, message) => {
    const { error } = calendarSchema(t).safeParse({ ...values, ...part })
    expect(error?.issues).toMatchObject([{ path: Object.keys(part), message }])
  })

  it("leave closed weekdays out of the definition", () => {
    const week = { ...values.week, monday: [] }
    expect(definitionOf({ ...values, week }).weekly).toEqual({})
  })
})

describe("an exception", () => {
  const party = { date: "2026-12-20", label: "Party", windows: [] }

  it("is put in its place by date", () => {
    const exceptions = withExceptions(values.exceptions, [party])
    expect(exceptions.map(({ date }) => date)).toEqual([
      "2026-12-20",
      "2026-12-24",
      "2026-12-25",
    ])
  })

  it("takes the place of the one that was edited", () => {
    const exceptions = withExceptions(values.exceptions, [party], "2026-12-25")
    expect(exceptions.map(({ label }) => label)).toEqual(["Party", ""])
  })

  it("takes the place of the one of the same date", () => {
    const exceptions = withExceptions(values.exceptions, [
      { ...party, date: "2026-12-25" },
    ])
    expect(exceptions.map(({ label }) => label)).toEqual(["", "Party"])
  })

  it("goes when it is taken away", () => {
    expect(withExceptions(values.exceptions, [], "2026-12-24")).toHaveLength(1)
  })
})
