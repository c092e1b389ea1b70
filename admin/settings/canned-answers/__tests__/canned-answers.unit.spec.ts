import { answerProblems, EMPTY, isAnswerChanged } from "../draft"
import { gist } from "../gist"

it("tells a text without what is filled in", () => {
  expect(
    gist(
      '{% if customer.first_name != "" %}Hello, {{ customer.first_name }}!{% endif %}\nThis is {{shop}}.'
    )
  ).toBe("Hello, …! This is ….")
})

it("tells one branch of a text, and not all at once", () => {
  expect(
    gist(
      'Thank you for {% if order.number != "" %}order {{ order.number }}{% else %}turning to us{% endif %}.'
    )
  ).toBe("Thank you for order ….")
})

it("asks for a name and for a text in any language", () => {
  expect(answerProblems(EMPTY)).toEqual(["noName", "noText"])
  expect(
    answerProblems({ name: "Hello", types: [], texts: { uk: "Вітаю" } })
  ).toEqual([])
})

describe("a canned answer", () => {
  const saved = { name: "Hello", types: ["a", "b"], texts: { uk: "Вітаю" } }

  it("is not changed by the order of its types and languages", () => {
    expect(isAnswerChanged({ ...saved, types: ["b", "a"] }, saved)).toBe(false)
  })

  it("is changed by any text", () => {
    expect(isAnswerChanged({ ...saved, texts: {} }, saved)).toBe(true)
    expect(
      isAnswerChanged({ ...saved, texts: { ...saved.texts, en: "Hi" } }, saved)
    ).toBe(true)
  })
})
