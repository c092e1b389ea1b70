import { openForOrder } from "../open-for-order"
import { planCustomer } from "../plan-customer"
import type { Playbook } from "../../rules/playbooks/playbook"
import type { Task } from "../../task/task"
import {
  aCustomer,
  anAddress,
  anOrder,
  aPlanning,
  aPlaybook,
  openingFacts,
} from "./plan-fixture"
import { aTaskOpenedAt, monday } from "../../task/__tests__/task-fixture"

const conditions = {
  all: [{ field: "is_vip", operator: "is" as const, value: true }],
  any: [],
}
const vip = aPlaybook("confirm_order", { conditions }, { id: "vip" })
const standard = aPlaybook("confirm_order", {}, { id: "standard", position: 1 })
const contact = aPlaybook("complete_contact", {
  conditions: { all: [], any: [] },
})

/** What Olena's order of 09:00 opens while nobody knows whether she is a VIP. */
function opens(
  playbooks: Playbook[],
  now: Date,
  {
    tasks = [],
    looked_at_before = monday("08:00"),
  }: { tasks?: Task[]; looked_at_before?: Date } = {}
) {
  const order = anOrder()
  const planning = aPlanning({ book: { playbooks }, now, looked_at_before })
  const facts = {
    ...openingFacts(order, tasks, "ua"),
    extensionAnswers: new Map([["is_vip", null]]),
  }
  const address = { ...anAddress(), email: null, phone_e164: null }
  const asks = { ...address, customer_id: "cus_1", customer_name: null }
  return openForOrder(order, tasks, asks, facts, planning).map(
    ({ playbook_id, opened_at }) => ({ playbook_id, opened_at })
  )
}

describe("an order of which a condition gave no answer", () => {
  it("opens nothing yet, not even under a later playbook", () => {
    expect(opens([vip, standard], monday("09:00"))).toEqual([])
    expect(opens([vip, standard], monday("09:03"))).toEqual([])
  })

  it("is called under the next playbook that matches, with its true time", () => {
    expect(opens([vip, standard], monday("09:04"))).toEqual([
      { playbook_id: "standard", opened_at: monday("09:00") },
    ])
  })

  it("is called under the one that asked where no other matches", () => {
    expect(opens([vip], monday("09:04"))).toEqual([
      { playbook_id: "vip", opened_at: monday("09:00") },
    ])
  })

  it("is called at once under an earlier playbook that matches", () => {
    const first = { ...standard, position: -1 }

    expect(opens([vip, first], monday("09:01"))).toEqual([
      { playbook_id: "standard", opened_at: monday("09:00") },
    ])
  })

  it("is not asked for its number while it may be called", () => {
    expect(opens([vip, contact], monday("09:01"))).toEqual([])
  })

  it("opens nothing out of the blue where it was looked at long ago", () => {
    const looked_at_before = monday("10:00")
    const now = monday("11:00")

    expect(opens([vip], now, { looked_at_before })).toEqual([])
    expect(opens([vip, standard], now, { looked_at_before })).toEqual([
      { playbook_id: "standard", opened_at: now },
    ])
  })

  it("waits from when its number arrived", () => {
    const asking = aTaskOpenedAt(monday("09:00"), {
      type: "complete_contact",
      status: "completed",
      outcome: "number_received",
      completed_at: monday("14:00"),
    })
    const looked_at_before = monday("13:00")
    const after = (now: Date) =>
      opens([vip], now, { tasks: [asking], looked_at_before })

    expect(after(monday("14:03"))).toEqual([])
    expect(after(monday("14:04"))).toEqual([
      { playbook_id: "vip", opened_at: monday("14:00") },
    ])
  })
})

describe("a customer of whom a condition gave no answer", () => {
  it("opens nothing yet, and then what would be lost", () => {
    const book = {
      playbooks: [
        aPlaybook("complete_contact", {
          conditions,
          triggers: ["customer_created"],
        }),
      ],
    }
    const customer = aCustomer()
    const facts = {
      ...openingFacts(anOrder(), [], "ua"),
      extensionAnswers: new Map([["is_vip", null]]),
    }
    const opensAt = (now: Date) =>
      planCustomer(
        { customer, tasks: [], announced: true, facts },
        aPlanning({ book, now })
      ).open.map(({ opened_at }) => opened_at)

    expect(opensAt(monday("09:03"))).toEqual([])
    expect(opensAt(monday("09:04"))).toEqual([monday("09:00")])
  })
})
