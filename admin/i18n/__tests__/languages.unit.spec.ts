import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { TEXTS as languages } from "../../refusals/__tests__/a-text"

type Node = { [key: string]: Node | string }

/** Every text by its full key. */
function texts(node: Node, prefix = ""): Map<string, string> {
  return new Map(
    Object.entries(node).flatMap(([key, value]) =>
      typeof value === "string"
        ? [[`${prefix}${key}`, value] as const]
        : [...texts(value, `${prefix}${key}.`)]
    )
  )
}

const PLURAL = /_(zero|one|two|few|many|other)$/
/** A form that only Ukrainian needs: see `momentText`. */
const CONTEXT = /_eleven$/

const english = texts(languages.en)
const counted = new Set(
  [...english.keys()]
    .filter((key) => key.endsWith("_one"))
    .map((key) => key.replace(PLURAL, ""))
)

function name(key: string): string {
  const bare = key.replace(PLURAL, "")
  return counted.has(bare) ? bare : key.replace(CONTEXT, "")
}

function placeholders(text: string): string[] {
  return [...text.matchAll(/{{(\w+)}}/g)].map(([, found]) => found ?? "").sort()
}

describe.each(Object.entries(languages))(
  "the texts in %s",
  (language, node) => {
    const own = texts(node)

    it("are those that there are in English, no more and no fewer", () => {
      const names = (keys: Iterable<string>) => [
        ...new Set([...keys].map(name)),
      ]
      expect(names(own.keys()).sort()).toEqual(names(english.keys()).sort())
    })

    it("have a form for each plural category that the language has", () => {
      const { pluralCategories } = new Intl.PluralRules(
        language
      ).resolvedOptions()
      for (const key of counted) {
        const forms = [...own.keys()]
          .filter((one) => one.replace(PLURAL, "") === key && PLURAL.test(one))
          .map((one) => PLURAL.exec(one)?.[1])
        expect([key, ...forms.sort()]).toEqual([
          key,
          ...[...pluralCategories].sort(),
        ])
      }
    })

    it("take the same values as in English", () => {
      for (const [key, text] of own) {
        const model =
          english.get(key) ??
          english.get(name(key)) ??
          english.get(`${name(key)}_other`) ??
          ""
        expect([key, ...placeholders(text)]).toEqual([
          key,
          ...placeholders(model),
        ])
      }
    })

    it("are written, and without stray spaces", () => {
      for (const [key, text] of own) {
        expect([key, text]).toEqual([key, text.trim()])
        expect([key, text === ""]).toEqual([key, false])
      }
    })
  }
)

describe("the keys that the dashboard asks for", () => {
  const sources = filesUnder(join(__dirname, "..", ".."))
    .filter((path) => /\.tsx?$/.test(path) && !path.includes("__tests__"))
    .map((path) => readFileSync(path, "utf8"))
    .join("\n")
  const groups = Object.keys(languages.en).join("|")
  const named = [
    ...sources.matchAll(new RegExp(`"((?:${groups})\\.[\\w.]+)"`, "g")),
  ].map(([, key]) => key ?? "")
  const patterns = [
    ...sources.matchAll(new RegExp(`\`((?:${groups})\\.[^\`]+)\``, "g")),
  ].map(
    ([, key]) => new RegExp(`^${(key ?? "").replace(/\$\{[^}]*\}/g, "[^.]+")}$`)
  )
  const open = [...sources.matchAll(/t\.of\(\s*"(\w+)"/g)].map(
    ([, group]) => group ?? ""
  )
  const names = new Set([...english.keys()].map(name))

  it("are there", () => {
    expect(named.length).toBeGreaterThan(100)
    expect(named.filter((key) => !names.has(key))).toEqual([])
  })

  it("match something where they are put together", () => {
    const lost = patterns.filter(
      (pattern) => ![...names].some((key) => pattern.test(key))
    )
    expect(lost).toEqual([])
  })

  it("are all that there are", () => {
    const unused = [...names].filter(
      (key) =>
        !named.includes(key) &&
        !patterns.some((pattern) => pattern.test(key)) &&
        !open.includes(key.split(".")[0] ?? "") &&
        // Asked for by the menu, from the routes' own configurations.
        !key.startsWith("menu.")
    )
    expect(unused).toEqual([])
  })
})

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" }).map(
    (path) => join(folder, path)
  )
}
