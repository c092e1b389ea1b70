import { REFUSALS, type RefusalCode } from "../../../src/refusals"
import { type Language, TEXTS } from "./a-text"

const codes = Object.keys(REFUSALS)
const languages: readonly Language[] = ["bg", "en", "ru", "uk"]

/** What the dashboard adds to the values of every refusal. */
const ADDED = ["field", "language"]

/** Values that only the dashboard's text says, beside those of the English one. */
const FURTHER: { [Code in RefusalCode]?: string[] } = {
  canned_answer_in_use: ["playbooks"],
}

function named(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].map(([, name]) => name ?? "")
}

function valuesOf(code: RefusalCode): string[] {
  return named(REFUSALS[code], /\{(\w+)\}/g).flatMap((name) =>
    name === "field_was" ? ["field", "was"] : [name]
  )
}

function isCode(code: string): code is RefusalCode {
  return codes.includes(code)
}

describe.each(languages)("the refusals in %s", (language) => {
  const texts: Record<string, string> = TEXTS[language].refusals

  it("have a text for every code of the server's, and for no other", () => {
    expect(Object.keys(texts).sort()).toEqual([...codes].sort())
  })

  it("are filled in with what the server tells of each", () => {
    const unknown = Object.entries(texts).flatMap(([code, text]) => {
      const known = isCode(code)
        ? [...valuesOf(code), ...ADDED, ...(FURTHER[code] ?? [])]
        : []
      return named(text, /{{(\w+)}}/g)
        .filter((name) => !known.includes(name))
        .map((name) => `${code}: ${name}`)
    })
    expect(unknown).toEqual([])
  })
})
