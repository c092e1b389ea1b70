import { readFileSync } from "node:fs"
import { dirname, join } from "node:path"
import { isLanguageTag } from "../../../src/modules/follow-up/scripts/languages"
import { languageTag, nearestText } from "../language-tag"

/** Read from its source, as the package does not export the list. */
const DASHBOARD_LANGUAGES = [
  ...readFileSync(
    join(
      dirname(require.resolve("@medusajs/dashboard/package.json")),
      "src/i18n/languages.ts"
    ),
    "utf8"
  ).matchAll(/code: "(\w+)"/g),
].map(([, code]) => code ?? "")

it("the dashboard has some languages whose codes are not language tags", () => {
  expect(DASHBOARD_LANGUAGES.length).toBeGreaterThan(30)
  expect(DASHBOARD_LANGUAGES.filter((code) => !isLanguageTag(code))).toEqual(
    expect.arrayContaining(["ptBR", "ptPT", "zhCN", "zhTW", "enGB"])
  )
})

it.each(DASHBOARD_LANGUAGES)(
  "in %s, dates can be formatted and the server be asked",
  (code) => {
    const tag = languageTag(code)
    expect(isLanguageTag(tag)).toBe(true)
    expect(() => new Intl.DateTimeFormat(tag)).not.toThrow()
    expect(tag.slice(0, 2)).toBe(code.slice(0, 2))
  }
)

it.each([
  ["ptBR", "pt-BR"],
  ["zhTW", "zh-TW"],
  ["enGB", "en-GB"],
  ["pt_PT", "pt-PT"],
  ["uk", "uk"],
  ["en-US@posix", "en"],
  ["", "en"],
  [undefined, "en"],
])("the language tag of %j is %j", (code, tag) => {
  expect(languageTag(code)).toBe(tag)
})

it.each([
  [{ en: "Paid", pt: "Pago" }, "pt-BR", "Pago"],
  [{ pt: "Pago", "pt-BR": "Quitado" }, "pt-BR", "Quitado"],
  [{ "pt-BR": "Quitado" }, "pt-PT", "Quitado"],
  [{ en: "Paid" }, "zh-CN", undefined],
])("of %j, the nearest to %s is %j", (texts, tag, text) => {
  expect(nearestText(texts, tag)).toBe(text)
})
