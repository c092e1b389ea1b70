import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"

import { inconsistencies, variantsById } from "../inconsistencies"
import {
  type LabelledSet,
  type LaterPart,
  loadLabelledSet,
  loadLaterPart,
  type Product,
  type ShortItem,
} from "../labelled-set"
import { outcomeOf } from "../measures"
import { ourRanker } from "../our-ranker"

const set = loadLabelledSet()
const variants = variantsById(set.products)

const languageOf = ({ out }: ShortItem) => variants.get(out)?.product.language
const categoryOf = ({ id }: ShortItem) => id.replace(/-\d+$/, "")
const isAnswered = ({ grades }: ShortItem) =>
  grades.some(({ grade }) => grade > 0)

/** The items of each group. */
function grouped(by: (item: ShortItem) => string | undefined) {
  const groups = new Map<string | undefined, ShortItem[]>()
  for (const item of set.items) {
    groups.set(by(item), [...(groups.get(by(item)) ?? []), item])
  }
  return groups
}

describe("the labelled set", () => {
  it("has the products, items and categories that were asked for", () => {
    expect(set.products.length).toBeGreaterThanOrEqual(360)
    expect(variants.size).toBeGreaterThanOrEqual(600)
    expect(set.items.length).toBeGreaterThanOrEqual(170)
    expect(grouped(categoryOf).size).toBeGreaterThanOrEqual(14)
  })

  it("has at least 75 products in each language", () => {
    const counts = new Map<string, number>()
    for (const { language } of set.products) {
      counts.set(language, (counts.get(language) ?? 0) + 1)
    }
    expect([...counts.keys()].sort()).toEqual(["bg", "en", "ru", "uk"])
    expect(Math.min(...counts.values())).toBeGreaterThanOrEqual(75)
  })

  it("asks in two languages or more about each category", () => {
    for (const items of grouped(categoryOf).values()) {
      expect(new Set(items.map(languageOf)).size).toBeGreaterThanOrEqual(2)
    }
  })

  it("keeps about 40 % of each category and language for the end", () => {
    for (const items of [
      ...grouped(categoryOf).values(),
      ...grouped(languageOf).values(),
      set.items,
    ]) {
      const heldOut = items.filter(({ split }) => split === "held_out")
      expect(heldOut.length / items.length).toBeGreaterThan(0.3)
      expect(heldOut.length / items.length).toBeLessThan(0.5)
    }
  })

  it("finds the stock too small for so many units, and not for fewer", () => {
    const violations = (units: number | null) =>
      set.items
        .filter(({ split }) => split === "tune")
        .flatMap((item) =>
          item.grades
            .filter(
              ({ violates, variant }) =>
                violates === "stock" &&
                (variants.get(variant)?.variant.stock[item.location] ?? 0) > 0
            )
            .map(({ variant }) => [{ variant, units }])
            .map((shown) => outcomeOf(item, shown, set, variants).violations)
        )

    expect(new Set(violations(null))).toEqual(new Set([1]))
    expect(new Set(violations(1))).toEqual(new Set([0]))
  })

  it("has about 15 % of items without an answer, in both splits", () => {
    for (const items of grouped(({ split }) => split).values()) {
      const none = items.filter((item) => !isAnswered(item))
      expect(none.length / items.length).toBeGreaterThan(0.12)
      expect(none.length / items.length).toBeLessThan(0.2)
    }
  })

  it("has an item for each rule that can be broken", () => {
    const broken = new Set(
      set.items.flatMap(({ grades }) =>
        grades.flatMap(({ violates }) => violates ?? [])
      )
    )
    const rules = ["stock", "unpublished", "channel", "currency"]
    expect([...broken].sort()).toEqual(
      [...Object.keys(set.attributes), ...rules].sort()
    )
  })
})

describe.each<[LaterPart, products: number, items: number, categories: number]>(
  [
    ["fresh", 150, 60, 10],
    ["unseen", 40, 15, 5],
    ["blind", 150, 45, 9],
    ["trades", 380, 84, 26],
    ["blind2", 430, 60, 16],
    ["blind3", 550, 80, 20],
    ["blind4", 380, 48, 12],
    ["blind5", 440, 48, 12],
  ]
)("the %s part", (part, products, items, categories) => {
  const fresh = loadLaterPart(part)
  const first = new Set(set.products.map(({ id }) => id))
  const own = fresh.products.filter(({ id }) => !first.has(id))

  it("has products of its own, in four languages, and asks about no other", () => {
    expect(own.length).toBeGreaterThanOrEqual(products)
    expect(new Set(own.map(({ language }) => language)).size).toBe(4)
    expect(fresh.items.length).toBeGreaterThanOrEqual(items)
    expect(new Set(fresh.items.map(categoryOf)).size).toBeGreaterThanOrEqual(
      categories
    )
    for (const { split, out } of fresh.items) {
      expect(split).toBe(part)
      expect(own.map(({ id }) => id)).toContain(out.split(".")[0])
    }
  })

  it("shares no category with the first set", () => {
    const known = new Set(set.items.map(categoryOf))
    expect(fresh.items.filter((item) => known.has(categoryOf(item)))).toEqual(
      []
    )
  })
})

/** Of the blind part, the half that the ranker's rules were mended by. */
const LEARNT =
  /^(?:bathroom|batteries|bbq|electrical|fasteners|gloves|honey|lenses)-/

describe.each<[LaterPart, RegExp]>([
  ["fresh", /./],
  ["unseen", /./],
  ["blind", LEARNT],
])("the %s part", (part, asked) => {
  it("is answered without an accessory and with every rule kept", () => {
    const later = loadLaterPart(part)
    const offered = variantsById(later.products)
    const { propose } = ourRanker(later, offered)
    const faults = later.items
      .filter(({ id }) => asked.test(id))
      .map((item) => outcomeOf(item, propose(item), later, offered))
      .filter(({ leaks, violations }) => leaks + violations > 0)
    expect(faults.map(({ item }) => item.id)).toEqual([])
  })
})

describe("a contradiction", () => {
  const item = find((candidate) => candidate.id === "kitchen-01")
  const other = find(
    (candidate) => candidate.split !== item.split && isAnswered(candidate)
  )
  const [best] = item.grades
  if (!best) throw new Error("kitchen-01 has no grades")

  function find(matches: (item: ShortItem) => boolean): ShortItem {
    const found = set.items.find(matches)
    if (!found) throw new Error("there is no such item")
    return found
  }

  const withItem = (change: Partial<ShortItem>): LabelledSet => ({
    ...set,
    items: set.items.map((known) =>
      known === item ? { ...item, ...change } : known
    ),
  })
  const withGrade = (change: Partial<ShortItem["grades"][number]>) =>
    withItem({ grades: [{ ...best, ...change }, ...item.grades.slice(1)] })
  const withProduct = (id: string, change: Partial<Product>): LabelledSet => ({
    ...set,
    products: set.products.map((known) =>
      known.id === id ? { ...known, ...change } : known
    ),
  })
  const productOf = (id: string) => variants.get(id)?.product.id ?? ""

  it.each<[string, LabelledSet, RegExp]>([
    [
      "a product listed twice",
      { ...set, products: [...set.products, ...set.products.slice(0, 1)] },
      /product b1 is there twice/,
    ],
    [
      "an unknown variant that is out",
      withItem({ out: "none" }),
      /no variant none/,
    ],
    [
      "an unknown candidate",
      withGrade({ variant: "none" }),
      /none there is no such variant/,
    ],
    [
      "the variant that is out as its own alternative",
      withGrade({ variant: item.out }),
      /is the variant that is out/,
    ],
    [
      "a candidate graded twice",
      withItem({ grades: [best, ...item.grades] }),
      /a grade for .* is there twice/,
    ],
    [
      "a currency that is not the shop's",
      withItem({ currency: "usd" }),
      /no such channel, currency/,
    ],
    [
      "a location that is not the shop's",
      withItem({ location: "reno" }),
      /no such location/,
    ],
    [
      "an attribute that nobody declared",
      withItem({ marked: ["smell"] }),
      /unknown attribute smell/,
    ],
    [
      "a good grade for what is out of stock",
      withGrade({ units: 1000 }),
      /has a grade, but: stock/,
    ],
    [
      "a good grade for a draft",
      withProduct(productOf(best.variant), { status: "draft" }),
      /has a grade, but: unpublished/,
    ],
    [
      "a good grade for what breaks a rule",
      withGrade({ violates: "voltage" }),
      /not to be offered/,
    ],
    [
      "a violation that is none",
      withGrade({ grade: 0, violates: "stock" }),
      /does not violate stock/,
    ],
    [
      "a violation of what is not marked",
      withGrade({ grade: 0, violates: "size" }),
      /does not violate size/,
    ],
    [
      "an accessory that is none",
      withGrade({ grade: 0, accessory: true }),
      /is no accessory here/,
    ],
    [
      "an accessory not named as one",
      {
        ...set,
        accessories: new Set([...set.accessories, productOf(best.variant)]),
      },
      /is an unmarked accessory/,
    ],
    [
      "an unknown accessory",
      { ...set, accessories: new Set([...set.accessories, "none"]) },
      /accessory none/,
    ],
    [
      "units that repeat the quantity",
      withGrade({ units: item.quantity }),
      /repeats the line's quantity/,
    ],
    [
      "a product in both splits",
      withItem({ split: other.split }),
      /is in both splits/,
    ],
  ])("is found: %s", (_, broken, message) => {
    expect(inconsistencies(broken).join("\n")).toMatch(message)
  })

  it("keeps the set from loading, as does a line of another shape", () => {
    const folder = mkdtempSync(join(tmpdir(), "labelled-set-"))
    try {
      for (const part of [
        "products",
        "items",
        "shops.json",
        "accessories.json",
        "attributes.json",
      ]) {
        cpSync(join(__dirname, "..", part), join(folder, part), {
          recursive: true,
        })
      }
      expect(loadLabelledSet(folder).items).toHaveLength(set.items.length)
      const extra = join(folder, "items", "extra.jsonl")
      writeFileSync(extra, JSON.stringify({ ...item, id: "extra-01" }))
      expect(() => loadLabelledSet(folder)).toThrow(
        /item for .* is there twice/
      )
      writeFileSync(extra, JSON.stringify({ ...item, quantity: 0 }))
      expect(() => loadLabelledSet(folder)).toThrow(
        /extra\.jsonl:1: .*quantity/s
      )
    } finally {
      rmSync(folder, { recursive: true })
    }
  })
})
