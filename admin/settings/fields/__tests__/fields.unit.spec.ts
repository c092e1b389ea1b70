import bg from "../../texts/bg.json"
import en from "../../texts/en.json"
import ru from "../../texts/ru.json"
import uk from "../../texts/uk.json"
import { readNumber } from "../read-number"
import { sentenceParts } from "../sentence-parts"
import { minutesOf, readWorkingTime } from "../working-time"

describe("a span of business time", () => {
  it.each([
    [20, { amount: 20, unit: "minutes" }],
    [60, { amount: 1, unit: "hours" }],
    [90, { amount: 90, unit: "minutes" }],
    [480, { amount: 1, unit: "days" }],
    [960, { amount: 2, unit: "days" }],
    [0, { amount: 0, unit: "minutes" }],
  ] as const)("of %i minutes is read as %j, and back", (minutes, read) => {
    expect(readWorkingTime(minutes)).toEqual(read)
    expect(minutesOf(read)).toBe(minutes)
  })
})

it.each([
  [15, { amount: 15, unit: "minutes" }],
  [480, { amount: 8, unit: "hours" }],
] as const)(
  "a span of plain time of %i minutes has no working days: %j",
  (minutes, read) => {
    expect(readWorkingTime(minutes, ["minutes", "hours"])).toEqual(read)
  }
)

describe("a typed number", () => {
  const whole = { min: 1, max: 100, whole: true }
  it.each([
    ["20", 20],
    [" 7 ", 7],
    ["", null],
    ["twenty", null],
    ["0", null],
    ["101", null],
    ["1.5", null],
    ["Infinity", null],
  ])("%j is %j", (typed, read) => {
    expect(readNumber(typed, whole)).toBe(read)
  })

  it("may have a comma and spaces where fractions are allowed", () => {
    const amount = { min: 0, whole: false }
    expect(readNumber("1 500,50", amount)).toBe(1_500.5)
    expect(readNumber("0", amount)).toBe(0)
    expect(readNumber("-1", amount)).toBeNull()
  })
})

describe("a sentence with blanks", () => {
  it("is parted into words and blanks, in the order of the language", () => {
    expect(sentenceParts("Answer within <target/>, at most <limit/>")).toEqual([
      { kind: "words", words: "Answer within" },
      { kind: "blank", name: "target" },
      { kind: "words", words: ", at most" },
      { kind: "blank", name: "limit" },
    ])
    expect(sentenceParts("<a/>")).toEqual([{ kind: "blank", name: "a" }])
  })

  it.each(Object.entries({ bg, ru, uk }))(
    "has the same blanks in %s as in English",
    (_, texts) => {
      expect(blanks(texts)).toEqual(blanks(en))
    }
  )
})

type Node = { [key: string]: Node | string }

/** The blanks of every text that has any, by its key. */
function blanks(node: Node, prefix = ""): Record<string, string[]> {
  return Object.assign(
    {},
    ...Object.entries(node).map(([key, value]) => {
      if (typeof value !== "string") {
        return blanks(value, `${prefix}${key}.`)
      }
      const names = sentenceParts(value).flatMap((part) =>
        part.kind === "blank" ? [part.name] : []
      )
      return names.length > 0 ? { [`${prefix}${key}`]: names.sort() } : {}
    })
  )
}
