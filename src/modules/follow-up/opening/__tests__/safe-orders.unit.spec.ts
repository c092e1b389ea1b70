import fc from "fast-check"
import {
  SAFE_ORDER_CHECKS,
  type SafeOrders,
} from "../../rules/playbooks/playbook"
import { isInSample, judgeSafety, type SafetyFacts } from "../safe-orders"
import { someFacts } from "../../rules/playbooks/__tests__/condition-facts-fixture"

const rules: SafeOrders = {
  enabled: true,
  checks: [...SAFE_ORDER_CHECKS],
  totals_below: { uah: 3000 },
  audit_percent: 0,
}

const safe: SafetyFacts = {
  paid: true,
  complete_address: true,
  in_stock: true,
  trouble: [],
}

const facts = someFacts({ customer_kind: "returning" })

function judge(
  change: Partial<SafeOrders> = {},
  conditions: Partial<typeof facts> = {},
  safety: Partial<SafetyFacts> = {}
) {
  return judgeSafety(
    { ...rules, ...change },
    "order_1",
    { ...facts, ...conditions },
    { ...safe, ...safety }
  )
}

const NOT_SAFE = { is_safe: false }

describe("an order", () => {
  it("of which every check holds is safe, and it is said why", () => {
    expect(judge()).toEqual({
      is_safe: true,
      reasons: ["total_below", ...SAFE_ORDER_CHECKS],
      is_audited: false,
    })
  })

  it.each<[string, Partial<typeof facts>, Partial<SafetyFacts>]>([
    ["is not paid", {}, { paid: false }],
    ["goes to half an address", {}, { complete_address: false }],
    ["sells what is not there", {}, { in_stock: false }],
    ["is the customer's first", { customer_kind: "new" }, {}],
    ["follows a canceled one", {}, { trouble: ["canceled_order"] }],
    ["follows a claim", {}, { trouble: ["claim"] }],
    ["costs as much as the amount", { order_total: 3000 }, {}],
    ["is in another currency", { currency: "eur", order_total: 10 }, {}],
  ])("that %s is not safe", (_, conditions, safety) => {
    expect(judge({}, conditions, safety)).toEqual(NOT_SAFE)
  })

  it("is not safe in a shop that has not switched it on, or named no amount", () => {
    expect(judge({ enabled: false })).toEqual(NOT_SAFE)
    expect(judge({ totals_below: {} })).toEqual(NOT_SAFE)
    expect(judgeSafety(null, "order_1", facts, safe)).toEqual(NOT_SAFE)
    expect(judgeSafety(rules, "order_1", facts, null)).toEqual(NOT_SAFE)
  })

  it("is asked only for the checks that the shop has chosen", () => {
    const unsafe = { paid: false, in_stock: false, complete_address: false }
    expect(judge({ checks: [] }, { customer_kind: "new" }, unsafe)).toEqual({
      is_safe: true,
      reasons: ["total_below"],
      is_audited: false,
    })
  })
})

describe("the audit sample", () => {
  const ids = Array.from({ length: 20_000 }, (_, i) => `order_01JD${i}`)

  it("decides the same for the same order, however often it is asked", () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.integer({ min: 0, max: 100 }),
        (id, percent) =>
          expect(isInSample(id, percent)).toBe(isInSample(id, percent))
      )
    )
  })

  it("takes its share of the orders, within a percentage point", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100 }), (percent) => {
        const taken = ids.filter((id) => isInSample(id, percent)).length
        expect(Math.abs((taken / ids.length) * 100 - percent)).toBeLessThan(1)
      }),
      { numRuns: 8 }
    )
  })

  it("keeps whom it has when it grows", () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.integer({ min: 0, max: 100 }),
        fc.integer({ min: 0, max: 100 }),
        (id, a, b) =>
          !isInSample(id, Math.min(a, b)) || isInSample(id, Math.max(a, b))
      )
    )
  })

  it("takes nobody at 0 percent, and everybody at 100", () => {
    expect(ids.some((id) => isInSample(id, 0))).toBe(false)
    expect(ids.every((id) => isInSample(id, 100))).toBe(true)
  })

  it("leaves a safe order to be called", () => {
    expect(judge({ audit_percent: 100 })).toMatchObject({
      is_safe: true,
      is_audited: true,
    })
  })
})
