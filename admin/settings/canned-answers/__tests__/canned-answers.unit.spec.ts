import { createFormControl, type FieldPathValue } from "react-hook-form"
import { keysForTexts as t } from "../../__tests__/keys-for-texts"
import { inOrderOf } from "../../in-order-of"
import { answerSchema, EMPTY, type AnswerValues } from "../answer-values"
import { gist } from "../gist"

it("tells a text without what is filled in", () => {
  expect(
    gist(
      '{% if customer.first_name != "" %}Hello, {{ customer.first_name }}!{% endif %}\nThis is {{shop}}.'
    )
  ).toBe("Hello, …! This is …")
  expect(gist("We will call you: {{ promised_time }}.\n{{ shop }}")).toBe(
    "We will call you: …"
  )
})

it("tells one branch of a text, and not all at once", () => {
  expect(
    gist(
      'Thank you for {% if order.number != "" %}order {{ order.number }}{% else %}turning to us{% endif %}.'
    )
  ).toBe("Thank you for order …")
})

it("asks for a name and for a text in any language", () => {
  const missing = (values: AnswerValues) =>
    answerSchema(t)
      .safeParse(values)
      .error?.issues.map(({ message }) => message)
  expect(missing(EMPTY)).toEqual([
    "settings.playbooks.problems.noName",
    "settings.cannedAnswers.noText",
  ])
  expect(
    missing({ name: "Hello", types: [], texts: { uk: "Вітаю" } })
  ).toBeUndefined()
})

describe("a canned answer", () => {
  const saved = { name: "Hello", types: ["a", "b"], texts: { uk: "Вітаю" } }

  /** What the form says after one value was changed. */
  const isChanged = <Name extends keyof AnswerValues>(
    name: Name,
    value: FieldPathValue<AnswerValues, Name>
  ) => {
    let changed = false
    const form = createFormControl<AnswerValues>({ defaultValues: saved })
    form.subscribe({
      formState: { isDirty: true },
      callback: ({ isDirty = false }) => (changed = isDirty),
    })
    form.setValue(name, value, { shouldDirty: true })
    return changed
  }

  it("is not changed by the order of its types and languages", () => {
    expect(isChanged("types", inOrderOf(saved.types, ["b", "a"]))).toBe(false)
    expect(isChanged("types", inOrderOf(saved.types, ["b"]))).toBe(true)
  })

  it("is changed by any text", () => {
    expect(isChanged("texts", {})).toBe(true)
    expect(isChanged("texts", { ...saved.texts, en: "Hi" })).toBe(true)
  })
})
