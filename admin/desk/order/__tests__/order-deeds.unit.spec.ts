import type { AdminFollowUpOutcome } from "../../../../src/api/admin/follow-ups/types"
import { correctionOf } from "../correction"
import { deedAfter } from "../order-deed"

const outcome = (
  name: string,
  leads_to: AdminFollowUpOutcome["leads_to"]
): AdminFollowUpOutcome => ({
  outcome: name,
  label: { en: name },
  group: "reached",
  asks: [],
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
