import type { Playbook } from "../playbook"
import type { Conditions } from "../../../../../desk/playbook"
import { catchAllPlaybook, isCatchAll } from "../catch-all"
import { aPlaybook } from "../../__tests__/rule-book-fixture"

const own: Conditions = {
  all: [{ field: "has_phone", operator: "is", value: true }],
  any: [],
}
const large: Conditions = {
  all: [
    {
      field: "order_total",
      operator: "at_least",
      value: 2000,
      currency_code: "uah",
    },
  ],
  any: [],
}
const none: Conditions = { all: [], any: [] }

function playbook(
  id: string,
  conditions: Conditions,
  change: Partial<Playbook> = {}
): Playbook {
  const { definition, ...plain } = aPlaybook(id)
  return { ...plain, definition: { ...definition, conditions }, ...change }
}

const catchAll = (...playbooks: Playbook[]) => {
  const found = catchAllPlaybook("confirm_order", playbooks, own)
  return [found.playbook?.id ?? null, found.before.map(({ id }) => id)]
}

describe("the playbook for an order of which nothing more is known", () => {
  it("is the first without conditions, after those that have some", () => {
    expect(
      catchAll(
        playbook("large", large),
        playbook("plain", none),
        playbook("later", none)
      )
    ).toEqual(["plain", ["large"]])
  })

  it("may have the conditions that the type came with", () => {
    expect(
      catchAll(playbook("large", large), playbook("standard", own))
    ).toEqual(["standard", ["large"]])
  })

  it("is none where each has conditions of its own", () => {
    expect(catchAll(playbook("large", large))).toEqual([null, ["large"]])
  })

  it("is not one that is off, or of another type", () => {
    expect(
      catchAll(
        playbook("off", none, { enabled: false }),
        playbook("call", none, { type: "call" }),
        playbook("standard", own)
      )
    ).toEqual(["standard", []])
  })

  it("is one under which orders open tasks, where there is one", () => {
    const byHand = playbook("by hand", none)
    const standard = playbook("standard", own)
    standard.definition.triggers = ["order_placed"]

    expect(catchAll(byHand, standard)).toEqual(["standard", []])
    expect(catchAll(byHand)).toEqual(["by hand", []])
  })
})

describe("a playbook that takes the orders that no other matches", () => {
  const forOrders = (
    conditions: Conditions,
    change: Partial<Playbook> = {}
  ) => {
    const made = playbook("made", conditions, change)
    return {
      ...made,
      definition: { ...made.definition, triggers: ["order_placed"] },
    }
  }

  it.each([
    ["no conditions", none],
    ["those that the type came with", own],
  ])("has %s", (_, conditions) => {
    expect(isCatchAll(forOrders(conditions), own)).toBe(true)
  })

  it("is not one with conditions of its own, without orders, or that is off", () => {
    expect(isCatchAll(forOrders(large), own)).toBe(false)
    expect(isCatchAll(forOrders(own, { enabled: false }), own)).toBe(false)
    expect(isCatchAll(playbook("by hand", none), own)).toBe(false)
  })
})
