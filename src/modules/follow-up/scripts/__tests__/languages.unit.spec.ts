import {
  asLanguageTag,
  customerLanguages,
  isLanguageTag,
  textIn,
} from "../languages"

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
    [{ locale: "ptBR", country_code: null }, "zhCN", ["pt-BR", "zh-CN"]],
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

  it.each([
    [{ "zh-CN": "您好", "zh-Hant": "您好嗎" }, "zh-TW", "您好嗎"],
    [{ "sr-Latn": "Zdravo", "sr-Cyrl": "Здраво" }, "sr-RS", "Здраво"],
    [{ "zh-CN": "您好" }, "zh-TW", "您好"],
    [{ "pt-PT": "Olá" }, "pt-BR", "Olá"],
  ])("of %j, the nearest to %s is %j", (texts, language, text) => {
    expect(textIn(texts, language)).toBe(text)
  })

  it("is not one that says nothing", () => {
    expect(textIn({ uk: "  ", "uk-UA": "Вітаю" }, "uk")).toBe("Вітаю")
  })
})

it.each([
  ["ptBR", "pt-BR"],
  ["zhCN", "zh-CN"],
  ["pt_BR", "pt-BR"],
  ["uk", "uk"],
  ["in Ukrainian", "in Ukrainian"],
])("the language tag for %j is %j", (code, tag) => {
  expect(asLanguageTag(code)).toBe(tag)
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
