import type { AskedField } from "../../task/outcome-actions"
import { isOneOf, readAnswers } from "../read-answers"

const asked = (kind: AskedField["kind"], is_required = true): AskedField => ({
  field: kind,
  label: { en: kind },
  kind,
  is_required,
})

const every = [asked("phone"), asked("text"), asked("number"), asked("date")]

describe("what an outcome asks for", () => {
  it("is sent without the spaces around it, and a number as a number", () => {
    expect(
      readAnswers(every, {
        phone: " 067 123 45 67",
        text: "R-7 ",
        number: "-12,5",
        date: "2026-11-27",
      })
    ).toEqual({
      faults: {},
      answered: {
        phone: "067 123 45 67",
        answers: { text: "R-7", number: -12.5, date: "2026-11-27" },
      },
    })
  })

  it("is missing, each field by itself", () => {
    expect(readAnswers(every, { text: " " }).faults).toEqual({
      phone: "phoneNeeded",
      text: "needed",
      number: "needed",
      date: "needed",
    })
  })

  it("may be left out where it is not required", () => {
    const optional = every.map(({ kind }) => asked(kind, false))
    expect(readAnswers(optional, { text: "" })).toEqual({
      faults: {},
      answered: { answers: {} },
    })
  })

  it("must be a number where it is one", () => {
    const typed = { phone: "later", number: "a few" }
    expect(
      readAnswers([asked("phone", false), asked("number", false)], typed).faults
    ).toEqual({ phone: "badPhone", number: "numberNeeded" })
  })
})

describe("a number that was received", () => {
  it.each([
    ["067 123-45-67", "+380671234567", true],
    ["+380 67 123 45 67", "0671234567", true],
    ["00380671234567", "+380671234567", true],
    ["067 123 45 68", "+380671234567", false],
    ["45 67", "+380671234567", false],
    ["", "+380671234567", false],
  ])("%j is known to be wrong where %j is: %s", (typed, wrong, is) => {
    expect(isOneOf(typed, ["+359888123456", wrong])).toBe(is)
  })

  it("is not known to be wrong where none is", () => {
    expect(isOneOf("067 123 45 67", [])).toBe(false)
  })
})
