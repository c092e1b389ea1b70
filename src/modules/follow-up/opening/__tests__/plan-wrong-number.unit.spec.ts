import type { OrderFacts } from "../../../../shop/orders"
import { otherNumbers } from "../../contact/number-to-call"
import {
  aCustomer,
  anAddress,
  anOrder,
  aPlanning,
  CustomerDesk,
  Shop,
} from "./plan-fixture"
import { planOrder } from "../plan-order"
import type { Task } from "../../task/task"
import { monday } from "../../task/__tests__/task-fixture"
import { anAttempt, completion } from "../../task/__tests__/task-in-memory"

const WRONG = anAttempt({ outcome: "wrong_number" })

/** Somebody else answered at 09:10, and Olena is asked for her number. */
function afterWrongNumber(order: OrderFacts = anOrder()): Shop {
  const shop = new Shop()
  shop.follow(order)
  shop.tasks.runAndOpen("confirm_order", WRONG, monday("09:10"))
  return shop
}

const call = (shop: Shop) => shop.tasks.ofType("confirm_order")
const request = (shop: Shop) => shop.tasks.ofType("complete_contact")

describe("a number at which somebody else answered", () => {
  it("is not taken over from the order again", () => {
    const shop = afterWrongNumber()
    expect(shop.follow(anOrder(), monday("09:11"))).toEqual([])
    expect(call(shop).task).toMatchObject({
      status: "waiting",
      waiting_reason: "new_number",
      wrong_phones: ["067 123 45 67"],
    })
    expect(request(shop).task).toMatchObject({ status: "open", phone: null })
  })

  it("is the same one however it is typed", () => {
    const shop = afterWrongNumber()
    const shipping_address = anAddress({ phone: "+38 (067) 123-45-67" })
    expect(shop.follow(anOrder({ shipping_address }), monday("09:11"))).toEqual(
      []
    )
  })

  it("gives way to another one of the order's at once", () => {
    const order = anOrder({
      billing_address: anAddress({ phone: "050 111 22 33" }),
    })
    const shop = afterWrongNumber(order)
    const done = shop.follow(order, monday("09:11"))
    expect(done).toContain("resumed")
    expect(call(shop).task).toMatchObject({
      status: "open",
      phone_e164: "+380501112233",
    })
    expect(request(shop).task).toMatchObject({
      status: "completed",
      outcome: "number_received",
    })
    expect(shop.follow(order, monday("09:12"))).toEqual([])
  })
})

describe("a number that is wrong for another order of the same person, too", () => {
  const plan = () => {
    const { task } = call(afterWrongNumber())
    return (asked: Partial<Task>) =>
      planOrder(
        {
          order: anOrder(),
          tasks: [task],
          customerTasks: [],
          requests: [
            {
              ...task,
              id: "futask_asked",
              type: "complete_contact",
              order_id: "order_of_before",
              dedupe_key: "complete_contact:futask_of_before:1",
              phone: null,
              phone_e164: null,
              wrong_phones: [],
              ...asked,
            },
          ],
          facts: null,
        },
        aPlanning()
      ).commands.map(({ command }) => command)
  }

  it("is waited for as long as the person is asked for it", () => {
    expect(plan()({ status: "open" }).map(({ kind }) => kind)).toEqual([
      "refresh",
    ])
  })

  it("is replaced by what the person answers", () => {
    const answered = plan()({
      status: "completed",
      outcome: "number_received",
      completed_at: monday("10:00"),
      phone: "050 111 22 33",
      phone_e164: "+380501112233",
    })
    expect(answered).toMatchObject([
      { kind: "refresh", facts: { phone_e164: "+380501112233" } },
      { kind: "resume" },
    ])
  })

  it("is given up where the person has none", () => {
    const refused = plan()({ status: "completed", outcome: "no_number" })
    expect(refused.map(({ kind }) => kind)).toEqual([
      "refresh",
      "give_up_calling",
    ])
  })
})

describe("several numbers in one text", () => {
  const order = anOrder({
    shipping_address: anAddress({ phone: "067-555-12-12, 050-555-13-13" }),
  })

  it("are shown as typed, and the first is called", () => {
    const shop = new Shop()
    expect(shop.follow(order)).toEqual(["opened confirm_order"])
    expect(call(shop).task).toMatchObject({
      phone: "067-555-12-12, 050-555-13-13",
      phone_e164: "+380675551212",
    })
    expect(otherNumbers(call(shop).task, "ua")).toEqual(["+380505551313"])
  })

  it("are called one after the other", () => {
    const shop = afterWrongNumber(order)
    expect(call(shop).task.wrong_phones).toEqual(["+380675551212"])
    expect(shop.follow(order, monday("09:11"))).toContain("resumed")
    expect(call(shop).task).toMatchObject({
      status: "open",
      phone: "067-555-12-12, 050-555-13-13",
      phone_e164: "+380505551313",
    })
    expect(otherNumbers(call(shop).task, "ua")).toEqual([])
    expect(request(shop).task).toMatchObject({
      status: "completed",
      phone_e164: "+380505551313",
    })
    expect(shop.follow(order, monday("09:12"))).toEqual([])
  })

  it("that are all wrong leave the call waiting for another", () => {
    const shop = afterWrongNumber(order)
    shop.follow(order, monday("09:11"))
    shop.tasks.runAndOpen("confirm_order", WRONG, monday("09:20"))
    expect(shop.follow(order, monday("09:21"))).toEqual([])
    expect(call(shop).task).toMatchObject({
      waiting_reason: "new_number",
      wrong_phones: ["+380675551212", "+380505551313"],
    })
  })

  it("and a wrong one stay so under an address in another country", () => {
    const shop = afterWrongNumber()
    const shipping_address = anAddress({ country_code: "bg" })
    shop.follow(anOrder({ shipping_address }), monday("09:11"))
    expect(call(shop).task.waiting_reason).toBe("new_number")
  })
})

describe("a request that ends with a number", () => {
  it("brings the call back with it", () => {
    const shop = afterWrongNumber()
    request(shop).run(
      completion("number_received", { received_phone: "050 111 22 33" }),
      monday("09:30")
    )
    expect(shop.follow(anOrder(), monday("09:31"))).toEqual([
      "contact_changed",
      "resumed",
    ])
    expect(call(shop).task).toMatchObject({
      status: "open",
      waiting_reason: null,
      phone: "050 111 22 33",
      phone_e164: "+380501112233",
    })
    expect(shop.follow(anOrder(), monday("09:32"))).toEqual([])
  })

  it("that is wrong, too, leaves the call waiting for the next", () => {
    const shop = afterWrongNumber()
    request(shop).run(
      completion("number_received", { received_phone: "050 111 22 33" }),
      monday("09:30")
    )
    shop.follow(anOrder(), monday("09:31"))
    shop.tasks.runAndOpen("confirm_order", WRONG, monday("09:40"))
    expect(shop.follow(anOrder(), monday("09:41"))).toEqual([])
    expect(call(shop).task.waiting_reason).toBe("new_number")
    expect(shop.tasks.all.map(({ dedupe_key }) => dedupe_key)).toEqual([
      "confirm_order:order_1",
      "complete_contact:futask_1:1",
      "complete_contact:futask_1:2",
    ])
  })
})

describe("a request that ends without a number", () => {
  it.each(["no_number", "unreachable"])(
    "as %s turns the call to its fallback, once",
    (outcome) => {
      const shop = afterWrongNumber()
      request(shop).run(completion(outcome), monday("09:30"))
      expect(shop.follow(anOrder(), monday("09:31"))).toEqual([
        "attempts_used_up",
      ])
      expect(call(shop).task).toMatchObject({
        status: "open",
        fallback: "message_customer",
      })
      expect(shop.follow(anOrder(), monday("09:32"))).toEqual([])
    }
  )
})

describe("a customer's own task", () => {
  it("takes a number from the record in place of a wrong one", () => {
    const desk = new CustomerDesk("ua")
    desk.tasks.open({
      type: "confirm_order",
      order_id: null,
      order_display_id: null,
      order_total: null,
      currency_code: null,
      country_code: null,
      dedupe_key: "call-me:1",
    })
    desk.tasks.runAndOpen("confirm_order", WRONG, monday("09:10"))
    expect(desk.follow(aCustomer(), { now: monday("09:11") })).toEqual([])
    const known = aCustomer({ phone: "+380501112233" })
    expect(desk.follow(known, { now: monday("09:20") })).toContain("resumed")
    expect(desk.tasks.ofType("confirm_order").task.phone_e164).toBe(
      "+380501112233"
    )
  })
})
