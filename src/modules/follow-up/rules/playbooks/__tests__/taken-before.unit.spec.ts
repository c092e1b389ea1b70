import fc from "fast-check"
import {
  type ConditionFacts,
  CUSTOMER_KINDS,
  type CustomerKind,
} from "../../../../../shop/condition-facts"
import type { Condition, Conditions } from "../../../../../desk/playbook"
import { choosePlaybook } from "../../../opening/choose-playbook"
import { aPlaybook } from "../../__tests__/rule-book-fixture"
import type { Playbook } from "../playbook"
import { takenBefore } from "../taken-before"
import { someFacts } from "./condition-facts-fixture"

const total = (
  operator: "at_least" | "below",
  value: number,
  currency_code = "uah"
): Condition => ({ field: "order_total", operator, value, currency_code })
const country = (
  operator: "is" | "is_any_of" | "is_none_of",
  ...value: string[]
): Condition => ({
  field: "country",
  operator,
  value: operator === "is" ? (value[0] ?? "") : value,
})
const currency = (
  operator: "is" | "is_any_of" | "is_none_of",
  ...value: string[]
): Condition => ({ ...country(operator, ...value), field: "currency" })
const kind = (...value: CustomerKind[]): Condition => ({
  field: "customer_kind",
  operator: "is_any_of",
  value,
})
const orders = (
  operator: "is" | "at_least" | "below",
  value: number
): Condition => ({ field: "completed_orders", operator, value })
const phone = (value: boolean): Condition => ({
  field: "has_phone",
  operator: "is",
  value,
})
const all = (...all: Condition[]): Conditions => ({ all, any: [] })
const any = (...any: Condition[]): Conditions => ({ all: [], any })

function playbook(
  position: number,
  conditions: Conditions,
  change: Partial<Playbook> = {},
  triggers = ["order_placed"]
): Playbook {
  const { definition, ...plain } = aPlaybook(`number ${position}`)
  return {
    ...plain,
    position,
    definition: { ...definition, conditions, triggers },
    ...change,
  }
}

/** The names of what takes everything from the last of these. */
function takers(...playbooks: Playbook[]): string[] {
  const last = playbooks.at(-1)
  return last ? takenBefore(last, playbooks).map(({ name }) => name) : []
}

describe("a playbook of which everything is taken", () => {
  it("comes after one without conditions", () => {
    expect(takers(playbook(0, all()), playbook(1, all(phone(false))))).toEqual([
      "number 0",
    ])
  })

  it("is told of, even while it is switched off", () => {
    const off = { enabled: false }
    expect(
      takers(playbook(0, all()), playbook(1, all(phone(true)), off))
    ).toEqual(["number 0"])
  })

  it.each<[Conditions, Conditions]>([
    [all(total("at_least", 100)), all(total("at_least", 500))],
    [all(total("below", 500)), all(total("below", 500), phone(true))],
    [all(phone(true)), all(phone(true))],
    [all(country("is_any_of", "ua", "bg")), all(country("is", "ua"))],
    [
      all(country("is_none_of", "ua")),
      all(country("is_none_of", "ua", "bg"), phone(true)),
    ],
    [all(country("is_none_of", "ua")), all(country("is", "bg"))],
    [all(orders("at_least", 1)), all(orders("is", 3))],
    [all(orders("below", 4)), all(orders("is", 3))],
    [any(phone(true), orders("at_least", 1)), all(orders("at_least", 5))],
    [
      any(phone(true), orders("at_least", 1)),
      any(orders("is", 5), phone(true)),
    ],
    [all(orders("at_least", 1)), any(orders("is", 5), orders("at_least", 9))],
    // An amount says in which currency.
    [all(currency("is", "uah")), all(total("at_least", 500))],
    [all(currency("is_any_of", "eur", "uah")), all(total("below", 500))],
    [all(currency("is_none_of", "eur")), all(total("below", 500))],
    [all(kind("returning")), all(orders("at_least", 1))],
    [all(orders("at_least", 0)), all(phone(true))],
    [all(kind("new", "returning")), all(phone(true))],
  ])("has no more than one above it: %j, then %j", (first, second) => {
    expect(takers(playbook(0, first), playbook(1, second))).toEqual([
      "number 0",
    ])
  })

  it("may be robbed by several, one for each trigger", () => {
    const placed = playbook(0, all())
    const byHand = playbook(1, all(), {}, ["manual"])
    const both = playbook(2, all(phone(true)), {}, ["order_placed", "manual"])
    expect(takers(placed, byHand, both)).toEqual(["number 0", "number 1"])
    expect(takers(placed, both)).toEqual([])
  })
})

describe("a playbook of which something may be left", () => {
  it.each<[Conditions, Conditions]>([
    [all(total("at_least", 500)), all(total("at_least", 100))],
    [all(total("at_least", 100)), all(total("at_least", 500, "eur"))],
    [all(phone(true)), all()],
    [all(phone(true), orders("at_least", 1)), all(phone(true))],
    [any(phone(true), orders("at_least", 1)), all(country("is", "ua"))],
    [all(country("is", "ua")), any(country("is", "ua"), phone(true))],
    [all(currency("is", "eur")), all(total("at_least", 500))],
    [all(currency("is_none_of", "uah")), all(total("at_least", 500))],
    [all(kind("returning")), all(orders("at_least", 0))],
    [all(kind("new")), all(orders("below", 1))],
    [all(kind("returning")), all(orders("below", 3))],
    [all(orders("at_least", 1)), all(phone(true))],
    // An order may be in both categories.
    [
      all({ field: "category", operator: "is_none_of", value: ["toys"] }),
      all({ field: "category", operator: "is_any_of", value: ["kettles"] }),
    ],
  ])("is said nothing of: %j, then %j", (first, second) => {
    expect(takers(playbook(0, first), playbook(1, second))).toEqual([])
  })

  it("comes after one that is off, of another type or trigger, or below", () => {
    const last = playbook(1, all(phone(true)))
    expect(takers(playbook(0, all(), { enabled: false }), last)).toEqual([])
    expect(takers(playbook(0, all(), { type: "call" }), last)).toEqual([])
    expect(takers(playbook(0, all(), {}, ["manual"]), last)).toEqual([])
    expect(takers(playbook(2, all()), last)).toEqual([])
  })
})

describe("for any playbooks and any order", () => {
  const code = fc.constantFrom("ua", "bg", "de")
  const list = fc.uniqueArray(code, { minLength: 1 })
  const count = fc.nat(4)
  const condition: fc.Arbitrary<Condition> = fc.oneof(
    fc.boolean().map(phone),
    code.map((value) => country("is", value)),
    fc
      .tuple(fc.constantFrom("is_any_of", "is_none_of"), list)
      .map(([operator, value]) => country(operator, ...value)),
    fc
      .tuple(fc.constantFrom("is_any_of", "is_none_of"), list)
      .map(([operator, value]) => ({ field: "category", operator, value })),
    fc
      .tuple(fc.constantFrom("is", "at_least", "below"), count)
      .map(([operator, value]) => orders(operator, value)),
    fc.constantFrom("uah", "eur").map((value) => currency("is", value)),
    fc
      .uniqueArray(fc.constantFrom(...CUSTOMER_KINDS), { minLength: 1 })
      .map((value) => kind(...value)),
    fc
      .tuple(
        fc.constantFrom("at_least", "below"),
        count,
        fc.constantFrom("uah", "eur")
      )
      .map(([operator, value, currency]) => total(operator, value, currency))
  )
  const some = fc.array(condition, { maxLength: 2 })
  const conditions = fc.record({ all: some, any: some })
  const facts: fc.Arbitrary<ConditionFacts> = fc
    .record({
      order_total: fc.option(count),
      currency: fc.constantFrom("uah", "eur", null),
      country: fc.option(code),
      category: fc.uniqueArray(code),
      customer_kind: fc.constantFrom(...CUSTOMER_KINDS),
      completed_orders: count,
      has_phone: fc.boolean(),
    })
    .filter(
      ({ customer_kind, completed_orders }) =>
        customer_kind === "returning" || completed_orders === 0
    )
    .map(someFacts)

  it("what is said to be taken is never chosen", () => {
    let told = 0
    fc.assert(
      fc.property(
        fc.array(conditions, { minLength: 2, maxLength: 3 }),
        fc.array(facts, { minLength: 5, maxLength: 5 }),
        (each, orders) => {
          const playbooks = each.map((one, index) => playbook(index, one))
          const last = playbooks.at(-1)
          if (!last || takenBefore(last, playbooks).length === 0) {
            return
          }
          told += 1
          for (const order of orders) {
            const chosen = choosePlaybook(
              last.type,
              "order_placed",
              { conditions: order, extensionAnswers: new Map() },
              { playbooks },
              "open"
            )
            expect(chosen).not.toBe(last)
          }
        }
      ),
      { numRuns: 3_000 }
    )
    expect(told).toBeGreaterThan(100)
  })
})
