import { planOrder } from "../plan-order"
import { type OrderFacts } from "../../../../shop/orders"
import {
  aCustomer,
  anAddress,
  anOrder,
  anOrderWithoutNumber,
  aPlanning,
  CustomerDesk,
  Shop,
  type TasksInMemory,
} from "./plan-fixture"
import { monday } from "../../task/__tests__/task-fixture"
import { completion } from "../../task/__tests__/task-in-memory"

describe("a number that arrives", () => {
  const now = monday("15:00")

  it("completes the request for it, and opens the call as of that moment", () => {
    const shop = new Shop()
    shop.follow(anOrderWithoutNumber())
    expect(shop.follow(anOrder(), now)).toEqual([
      "contact_changed",
      "target_missed",
      "completed",
      "opened confirm_order",
    ])
    expect(shop.tasks.ofType("complete_contact").task).toMatchObject({
      status: "completed",
      outcome: "number_received",
      completed_at: now,
      phone_e164: "+380671234567",
    })
    expect(shop.tasks.ofType("confirm_order").task).toMatchObject({
      opened_at: now,
      response_target_at: monday("15:20"),
    })
  })

  it("at the desk opens the call as of when it was received there", () => {
    const shop = new Shop()
    shop.follow(anOrderWithoutNumber())
    shop.tasks
      .ofType("complete_contact")
      .run(
        completion("number_received", { received_phone: "050 111 22 33" }),
        monday("14:00")
      )
    expect(shop.follow(anOrderWithoutNumber(), now)).toEqual([
      "opened confirm_order",
    ])
    expect(shop.tasks.ofType("confirm_order").task).toMatchObject({
      opened_at: monday("14:00"),
      phone: "050 111 22 33",
      phone_e164: "+380501112233",
    })
  })

  it("stays as it was typed once the customer record has it in E.164", () => {
    const shop = new Shop()
    const order = anOrderWithoutNumber()
    shop.follow(order)
    shop.tasks
      .ofType("complete_contact")
      .run(
        completion("number_received", { received_phone: "050 111 22 33" }),
        monday("14:00")
      )
    shop.follow(order, now)
    const customer = order.customer && {
      ...order.customer,
      phone: "+380501112233",
    }
    expect(shop.follow({ ...order, customer }, now)).toEqual([])
    expect(shop.tasks.ofType("confirm_order").task).toMatchObject({
      phone: "050 111 22 33",
      phone_e164: "+380501112233",
    })
  })

  it("after the customer had been given up opens the call all the same", () => {
    const shop = new Shop()
    shop.follow(anOrderWithoutNumber())
    shop.tasks
      .ofType("complete_contact")
      .run(completion("unreachable"), monday("14:00"))
    expect(shop.follow(anOrderWithoutNumber(), now)).toEqual([])
    expect(shop.follow(anOrder(), now)).toEqual(["opened confirm_order"])
    expect(shop.tasks.ofType("confirm_order").task.opened_at).toEqual(now)
  })

  it("with an address in another country is read as one of that country", () => {
    const shop = new Shop()
    shop.follow(anOrderWithoutNumber())
    const moved = anOrder({
      shipping_address: anAddress({
        phone: "088 812 3456",
        country_code: "bg",
      }),
    })
    expect(shop.follow(moved)).toEqual([
      "contact_changed",
      "completed",
      "opened confirm_order",
    ])
    for (const { phone_e164, country_code } of shop.tasks.all) {
      expect({ phone_e164, country_code }).toEqual({
        phone_e164: "+359888123456",
        country_code: "bg",
      })
    }
  })
})

describe("a customer who was asked for a number", () => {
  /** Asked when they registered, before they had an address. */
  const asked = () => {
    const desk = new CustomerDesk("ua")
    desk.follow(aCustomer({ created_at: monday("08:30") }))
    return desk.tasks
  }

  const plan = (order: OrderFacts, customerTasks: TasksInMemory) =>
    planOrder(
      { order, tasks: [], customerTasks: customerTasks.all, facts: null },
      aPlanning({ default_country: "ua" })
    )

  it("is not asked any more once an order of theirs has one", () => {
    const tasks = asked()
    const { commands } = plan(anOrder(), tasks)
    expect(tasks.applyPlan({ open: [], commands }, monday("09:01"))).toEqual([
      "completed",
    ])
    expect(tasks.all[0]?.phone_e164).toBe("+380671234567")
    expect(plan(anOrder(), tasks).commands).toEqual([])
  })

  it("is no longer waited for by the rest of their call", () => {
    const { commands } = plan(anOrder(), asked())
    expect(commands.map(({ command }) => command.kind)).toEqual([
      "complete",
      "customer_answered",
    ])
  })

  it("gave one of the country that the order goes to", () => {
    const tasks = asked()
    const shipping_address = anAddress({
      phone: "088 812 3456",
      country_code: "bg",
    })
    const { commands } = plan(anOrder({ shipping_address }), tasks)
    tasks.applyPlan({ open: [], commands }, monday("09:01"))
    expect(tasks.all[0]?.phone_e164).toBe("+359888123456")
  })

  it("is asked on where the order has none", () => {
    expect(plan(anOrderWithoutNumber(), asked()).commands).toEqual([])
  })
})
