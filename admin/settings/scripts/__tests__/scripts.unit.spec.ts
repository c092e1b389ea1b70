import { textIn } from "../../../refusals/__tests__/a-text"
import { faultText } from "../fault-text"
import { insertVariable, spoken } from "../insert"
import { languagesOf, withText } from "../languages"
import { Refused } from "../../../api/refused"
import { brokenLanguage } from "../broken-language"

describe("inserting a variable", () => {
  it("puts it at the caret, and the caret behind it", () => {
    expect(
      insertVariable({ text: "Hello !", start: 6, end: 6 }, "customer")
    ).toEqual({ text: "Hello {{ customer }}!", start: 20, end: 20 })
  })

  it("takes the place of what is selected", () => {
    expect(
      insertVariable({ text: "Hello NAME!", start: 6, end: 10 }, "customer")
        .text
    ).toBe("Hello {{ customer }}!")
  })
})

it.each([
  ["list", 'order.items | join: ", "'],
  ["text", "order.items"],
  ["number", "order.items"],
] as const)("a %s is inserted as %s", (kind, said) => {
  expect(spoken({ name: "order.items", example: "x", kind })).toBe(said)
})

describe("a fault in words", () => {
  const fault = {
    line: 2,
    column: 7,
    message: "",
    name: "order.total",
    instead: "order.total_amount",
  }

  it.each([
    [
      "en",
      "Line 2, column 7: “order.total” is not a number and cannot be computed with; write order.total_amount",
    ],
    [
      "uk",
      "Рядок 2, стовпець 7: «order.total» не число, і з ним не можна обчислювати; напишіть order.total_amount",
    ],
    [
      "ru",
      "Строка 2, столбец 7: «order.total» не число, и с ним нельзя вычислять; напишите order.total_amount",
    ],
    [
      "bg",
      "Ред 2, колона 7: „order.total“ не е число и с него не може да се смята; напишете order.total_amount",
    ],
  ] as const)("says in %s what would be right", (language, text) => {
    expect(
      faultText(textIn(language), { ...fault, kind: "computes_with_text" })
    ).toBe(text)
  })

  it("says no more where that is not known", () => {
    const { instead: _, ...unknown } = fault
    expect(
      faultText(textIn("en"), { ...unknown, kind: "unknown_variable" })
    ).toBe("Line 2, column 7: “order.total” is not one of the variables")
  })
})

describe("texts by language", () => {
  it("are in the plugin's languages and in those of the shop", () => {
    expect(languagesOf({ en: "a" }, { pl: "b" })).toEqual([
      "en",
      "uk",
      "ru",
      "bg",
      "pl",
    ])
  })

  it("keep no text that says nothing", () => {
    expect(withText({ en: "a", uk: "b" }, "uk", " \n")).toEqual({ en: "a" })
    expect(withText({ en: "a" }, "uk", "b ")).toEqual({ en: "a", uk: "b " })
  })
})

describe("a text that the server refused", () => {
  it.each([
    ["script_broken_tag", ["texts", "en"], "en"],
    ["script_unknown_variable", ["definition", "scripts", "pt-BR"], "pt-BR"],
    ["name_empty", ["name"], null],
  ] as const)("%s in %j: %s", (code, path, language) => {
    const answer = { status: 400, statusText: "Bad Request" }
    expect(brokenLanguage(new Refused(answer, { code, path }))).toBe(language)
  })
})
