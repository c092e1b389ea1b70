import { insertVariable } from "../insert"
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
