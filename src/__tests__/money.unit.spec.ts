import { moneyText } from "../money"

const LANGUAGES = ["en", "uk", "ru", "bg"]

const plain = (text: string) => text.replace(/\s/g, " ")

describe("an amount", () => {
  it.each([
    ["en", "usd", "$1,000"],
    ["en", "cad", "CA$1,000"],
    ["en", "aud", "A$1,000"],
    ["en", "uah", "₴1,000"],
    ["uk", "uah", "1 000 ₴"],
    ["uk", "usd", "1 000 USD"],
    ["uk", "cad", "1 000 CAD"],
    ["ru", "rub", "1 000 ₽"],
    ["ru", "cad", "1 000 CA$"],
    ["bg", "eur", "1000 €"],
    ["bg", "sek", "1000 SEK"],
  ])("in %s and %s is %s", (locale, currency, text) => {
    expect(plain(moneyText(1000, currency, locale))).toBe(text)
  })

  it.each(LANGUAGES)(
    "is written differently in %s in each currency that there is",
    (locale) => {
      const currencies = Intl.supportedValuesOf("currency")
      const texts = currencies.map((code) => moneyText(1000, code, locale))
      expect(new Set(texts).size).toBe(currencies.length)
    }
  )

  it("has its fractions where there are some, and a code of the shop's own", () => {
    expect(moneyText(12.5, "usd", "en")).toBe("$12.50")
    expect(moneyText(12.5, "points", "en")).toBe("12.5 POINTS")
  })
})
