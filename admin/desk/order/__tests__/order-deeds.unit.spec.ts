import type { AdminFollowUpOutcome } from "../../../../src/api/admin/follow-ups/types"
import { correctionOf } from "../correction"
import { deedAfter, moneyBack, paymentOf } from "../order-deed"

const outcome = (
  name: string,
  leads_to: AdminFollowUpOutcome["leads_to"]
): AdminFollowUpOutcome => ({
  outcome: name,
  label: { en: name },
  group: "reached",
  asks: [],
  done_in: null,
  leads_to,
})

const outcomes = [
  outcome("confirmed", null),
  outcome("changed", "edit_order"),
  outcome("declined", "cancel_order"),
]

const completed = (name: string) =>
  ({
    status: "completed",
    outcome: name,
    order_id: "order_1",
    when_order_off: "ask",
  }) as const

describe("after an outcome, the sheet offers", () => {
  it("what the outcome means for the order", () => {
    expect(deedAfter(completed("declined"), outcomes)).toBe("cancel_order")
    expect(deedAfter(completed("changed"), outcomes)).toBe("edit_order")
    expect(deedAfter(completed("confirmed"), outcomes)).toBeNull()
  })

  it("nothing where the playbook leaves the order, or there is none", () => {
    const declined = completed("declined")
    const leave = { ...declined, when_order_off: "leave" as const }
    expect(deedAfter(leave, outcomes)).toBeNull()
    const changed = {
      ...completed("changed"),
      when_order_off: "leave" as const,
    }
    expect(deedAfter(changed, outcomes)).toBe("edit_order")
    expect(deedAfter({ ...declined, order_id: null }, outcomes)).toBeNull()
    const waiting = { ...declined, status: "waiting" as const, outcome: null }
    expect(deedAfter(waiting, outcomes)).toBeNull()
  })
})

describe("correcting an order", () => {
  const order = {
    id: "order_1",
    email: "olena@mail.example",
    shipping_address: {
      first_name: "Olena",
      phone: "067 123 45 67",
      address_1: "Sadova 1",
      city: null,
    },
  }

  it("sends only what differs, so that others' corrections stay", () => {
    expect(
      correctionOf(order, {
        first_name: "Olena",
        city: "",
        phone: " 050 1112233 ",
      })
    ).toEqual({
      correction: { shipping_address: { phone: "050 1112233" } },
      fault: null,
    })
    expect(correctionOf(order, { address_1: "Sadova 1 " })).toEqual({
      correction: null,
      fault: null,
    })
    expect(correctionOf(order, { email: "o@mail.example" }).correction).toEqual(
      {
        email: "o@mail.example",
      }
    )
  })

  it("names what cannot be sent", () => {
    expect(correctionOf(order, { phone: "none" }).fault).toBe("phone")
    expect(correctionOf(order, { address_1: " " }).fault).toBe("address_1")
    expect(correctionOf(order, { email: "" }).fault).toBe("email")
    expect(correctionOf(order, { phone: "" }).fault).toBeNull()
  })
})

describe("what becomes of the payment of a canceled order", () => {
  const paidBy = (payment_status: string, provider = "pp_stripe_stripe") => ({
    payment_status,
    payment_providers: [provider],
  })

  it.each([
    ["was captured", paidBy("captured"), ["paid"]],
    ["was only authorized", paidBy("authorized"), ["held"]],
    ["was captured in part", paidBy("partially_captured"), ["paid", "held"]],
    ["was not made", paidBy("not_paid"), []],
    ["is cash on delivery", paidBy("authorized", "pp_system_default"), []],
    ["is not known", undefined, ["paid", "held"]],
  ])("that %s", (_, payment, back) => {
    expect(moneyBack(payment)).toEqual(back)
  })

  it("is that of the task's own order", () => {
    const section = (task_id: string, data: unknown, name = "order") => ({
      kind: "order",
      section: name,
      key: task_id,
      task_ids: [task_id],
      data,
    })
    const mine = paidBy("captured")
    const sections = [
      section("task_1", {}, "facts"),
      section("task_2", paidBy("not_paid")),
      section("task_1", mine),
    ]
    expect(paymentOf(sections, "task_1")).toBe(mine)
    expect(paymentOf(sections, "task_3")).toBeUndefined()
  })
})
