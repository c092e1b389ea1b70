import fc from "fast-check"
import {
  CONDITION_FIELDS,
  conditionFieldsOf,
  meetsConditions,
  type ExtensionAnswers,
} from "../conditions"
import { type ConditionFacts } from "../../../../../shop/condition-facts"
import type { Condition } from "../../../../../desk/playbook"
import { factsWithoutOrder, someFacts } from "./condition-facts-fixture"

const NONE = new Map<string, boolean>()

function isMet(
  condition: Condition,
  facts: ConditionFacts = someFacts(),
  extensionAnswers: ExtensionAnswers = NONE
): boolean | null {
  return meetsConditions({ all: [condition], any: [] }, facts, extensionAnswers)
}

describe("a condition", () => {
  it.each<[Condition, boolean]>([
    [{ field: "has_phone", operator: "is", value: true }, true],
    [{ field: "has_phone", operator: "is", value: false }, false],
    [{ field: "country", operator: "is", value: "ua" }, true],
    [{ field: "country", operator: "is", value: "bg" }, false],
    [{ field: "country", operator: "is_any_of", value: ["bg", "ua"] }, true],
    [{ field: "country", operator: "is_any_of", value: ["bg"] }, false],
    [{ field: "country", operator: "is_any_of", value: [] }, false],
    [{ field: "country", operator: "is_none_of", value: ["bg"] }, true],
    [{ field: "country", operator: "is_none_of", value: ["ua"] }, false],
    [{ field: "completed_orders", operator: "is", value: 0 }, true],
    [{ field: "completed_orders", operator: "at_least", value: 1 }, false],
    [{ field: "completed_orders", operator: "below", value: 1 }, true],
  ])("%j is met: %s", (condition, met) => {
    expect(isMet(condition)).toBe(met)
  })

  it("about what items are in is met by any one of them", () => {
    const category = (operator: Condition["operator"], ...value: string[]) =>
      isMet({ field: "category", operator, value })
    expect(category("is_any_of", "pcat_kettles", "pcat_toys")).toBe(true)
    expect(category("is_any_of", "pcat_toys")).toBe(false)
    expect(category("is_none_of", "pcat_toys")).toBe(true)
    expect(category("is_none_of", "pcat_toys", "pcat_kitchen")).toBe(false)
  })

  it("about an amount counts from the amount itself, in its currency only", () => {
    const total = (
      operator: Condition["operator"],
      value: number,
      currency_code = "uah"
    ) => isMet({ field: "order_total", operator, value, currency_code })
    expect(total("at_least", 2398)).toBe(true)
    expect(total("below", 2398)).toBe(false)
    expect(total("below", 2398.01)).toBe(true)
    expect(total("at_least", 1, "eur")).toBe(false)
    expect(total("below", 1_000_000, "eur")).toBe(false)
  })

  it("about an order is not met where there is none, unless it excludes", () => {
    const facts = factsWithoutOrder()
    const currency_code = "uah"
    const met = (condition: Condition) => isMet(condition, facts)
    expect(
      met({ field: "order_total", operator: "below", value: 1, currency_code })
    ).toBe(false)
    expect(
      met({ field: "region", operator: "is_any_of", value: ["reg_ua"] })
    ).toBe(false)
    expect(
      met({ field: "region", operator: "is_none_of", value: ["reg_ua"] })
    ).toBe(true)
    expect(
      met({ field: "category", operator: "is_none_of", value: ["pcat_x"] })
    ).toBe(true)
  })
})

describe("a condition of the shop's own code", () => {
  const ask = (value: boolean, answers = NONE) =>
    isMet({ field: "is_gift", operator: "is", value }, someFacts(), answers)

  it("is met by what that code answered", () => {
    expect(ask(true, new Map([["is_gift", true]]))).toBe(true)
    expect(ask(true, new Map([["is_gift", false]]))).toBe(false)
    expect(ask(false, new Map([["is_gift", false]]))).toBe(true)
  })

  it("that gave no answer decides only where nothing else does", () => {
    const NO_ANSWER: ExtensionAnswers = new Map([["is_gift", null]])
    const gift: Condition = { field: "is_gift", operator: "is", value: true }
    const met: Condition = { field: "has_phone", operator: "is", value: true }
    const unmet: Condition = { ...met, value: false }
    const ask = (all: Condition[], any: Condition[]) =>
      meetsConditions({ all, any }, someFacts(), NO_ANSWER)

    expect(ask([gift], [])).toBeNull()
    expect(ask([gift, met], [])).toBeNull()
    expect(ask([gift, unmet], [])).toBe(false)
    expect(ask([], [gift])).toBeNull()
    expect(ask([], [gift, unmet])).toBeNull()
    expect(ask([], [gift, met])).toBe(true)
    expect(ask([gift], [met])).toBeNull()
    expect(ask([gift], [unmet])).toBe(false)
  })

  it("that nobody registers any more is never met", () => {
    expect(ask(true)).toBe(false)
    expect(ask(false)).toBe(false)
    expect(
      isMet({ field: "toString", operator: "is_none_of", value: ["x"] })
    ).toBe(false)
  })

  it("is one that can be asked with yes or no", () => {
    const [field] = conditionFieldsOf([
      { condition: "is_gift", label: { en: "Is a gift" }, kind: "boolean" },
    ]).slice(-1)
    expect(field).toEqual({
      field: "is_gift",
      label: { en: "Is a gift" },
      operators: ["is"],
      kind: "boolean",
      choices: [],
      choice_labels: {},
      entity: null,
    })
  })
})

describe("the catalogue of fields", () => {
  it("has every fact once", () => {
    const fields = CONDITION_FIELDS.map(({ field }) => field)
    expect([...fields].sort()).toEqual(Object.keys(someFacts()).sort())
  })

  it("names what is chosen by its codes, in lower case", () => {
    const choices = (name: string) =>
      CONDITION_FIELDS.find(({ field }) => field === name)?.choices
    expect(choices("currency")).toEqual(
      expect.arrayContaining(["bgn", "eur", "uah", "usd"])
    )
    expect(choices("country")).toEqual(expect.arrayContaining(["bg", "ua"]))
  })
})

describe("all and any", () => {
  const condition = fc
    .constantFrom("ua", "bg")
    .map((value): Condition => ({ field: "country", operator: "is", value }))
  const conditions = fc.array(condition, { maxLength: 4 })

  it("are every one of all, and one of any where there are any", () => {
    fc.assert(
      fc.property(conditions, conditions, (all, any) => {
        const isUkraine = ({ value }: Condition) => value === "ua"
        expect(meetsConditions({ all, any }, someFacts(), NONE)).toBe(
          all.every(isUkraine) && (any.length === 0 || any.some(isUkraine))
        )
      })
    )
  })

  it("of none are always met", () => {
    expect(meetsConditions({ all: [], any: [] }, someFacts(), NONE)).toBe(true)
  })
})

describe("for any facts", () => {
  const ids = fc.uniqueArray(fc.constantFrom("a", "b", "c", "d"))

  it("is_none_of is met exactly where is_any_of is not", () => {
    fc.assert(
      fc.property(ids, ids, (category, value) => {
        const facts = someFacts({ category })
        const met = (operator: Condition["operator"]) =>
          isMet({ field: "category", operator, value }, facts)
        expect(met("is_none_of")).toBe(!met("is_any_of"))
        expect(met("is_any_of")).toBe(category.some((id) => value.includes(id)))
      })
    )
  })

  it("an amount of the same currency is below, or at least as much", () => {
    const money = fc.double({ noNaN: true, min: 0, max: 1e9 })
    fc.assert(
      fc.property(money, money, (order_total, value) => {
        const met = (operator: Condition["operator"]) =>
          isMet(
            { field: "order_total", operator, value, currency_code: "uah" },
            someFacts({ order_total })
          )
        expect(met("below")).toBe(!met("at_least"))
        expect(met("below")).toBe(order_total < value)
      })
    )
  })
})
