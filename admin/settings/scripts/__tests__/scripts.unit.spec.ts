import { insertVariable } from "../insert"
import { languagesOf, withText } from "../languages"

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
