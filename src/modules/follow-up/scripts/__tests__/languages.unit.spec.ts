import { customerLanguages, isLanguageTag, textIn } from "../languages"

describe("the languages to speak with a customer", () => {
  it.each([
    [{ locale: "de-AT", country_code: "ua" }, "en", ["de-AT", "uk", "en"]],
    [{ locale: null, country_code: "ua" }, "ru", ["uk", "ru"]],
    [{ locale: null, country_code: "BG" }, "bg", ["bg"]],
    [{ locale: null, country_code: null }, "ru-UA", ["ru-UA"]],
    [{ locale: "pt_BR", country_code: "br" }, "en", ["pt-BR", "pt", "en"]],
    [{ locale: "zh_Hant_TW", country_code: null }, "en", ["zh-Hant-TW", "en"]],
    [{ locale: "not a language!", country_code: "de" }, "", ["de"]],
    [{ locale: null, country_code: "Україна" }, "en", ["en"]],
  ])("of %j, asked in %j, are %j", (customer, asked, languages) => {
    expect(customerLanguages(customer, asked)).toEqual(languages)
  })
})

describe("the text in a language", () => {
  const texts = { uk: "Вітаю", "pt-BR": "Olá", pt: "Ola", "en-GB": "Hello" }

  it.each([
    ["uk", "Вітаю"],
    ["uk-UA", "Вітаю"],
    ["PT-br", "Olá"],
    ["pt-PT", "Ola"],
    ["en", "Hello"],
    ["de", undefined],
  ])("%s is %j", (language, text) => {
    expect(textIn(texts, language)).toBe(text)
  })

  it("is not one that says nothing", () => {
    expect(textIn({ uk: "  ", "uk-UA": "Вітаю" }, "uk")).toBe("Вітаю")
  })
})

it.each([
  ["uk", true],
  ["pt-BR", true],
  ["zh-Hant-TW", true],
  ["English", false],
  ["--", false],
  ["uk-aaaaaaaa-aaaaaaaa", false],
  ["uk,bg", false],
  ["", false],
])("whether %j is a language tag: %s", (text, is) => {
  expect(isLanguageTag(text)).toBe(is)
})
