import type { OrderFacts } from "../../../../shop/orders"
import {
  anAddress,
  anOrder,
  anOrderWithoutNumber,
  FIRST_START,
  Shop,
} from "./plan-fixture"
import { justBefore, monday, tuesday } from "../../task/__tests__/task-fixture"
import { anAttempt, completion } from "../../task/__tests__/task-in-memory"

describe("an order with a number", () => {
  it("opens a call to confirm it, counted from the order's own time", () => {
    const shop = new Shop()
    expect(shop.follow(anOrder(), monday("09:30"))).toEqual([
      "opened confirm_order",
    ])
    expect(shop.tasks.all[0]).toMatchObject({
      type: "confirm_order",
      dedupe_key: "confirm_order:order_1",
      opened_at: monday("09:00"),
      response_target_at: monday("09:20"),
      response_limit_at: monday("10:00"),
      order_id: "order_1",
      order_display_id: 1042,
      order_total: 2398,
      currency_code: "uah",
      customer_id: "cus_1",
      customer_name: "Олена Коваленко",
      email: "olena@mail.example",
      phone: "067 123 45 67",
      phone_e164: "+380671234567",
      country_code: "ua",
    })
  })
})

describe("an order without a number", () => {
  it.each([null, "", "  ", "abc", "123", "call me", "+380 67"])(
    "as is one with %j: it is asked for by e-mail",
    (phone) => {
      const shop = new Shop()
      const order = anOrder({ shipping_address: anAddress({ phone }) })
      expect(shop.follow(order)).toEqual(["opened complete_contact"])
      expect(shop.tasks.all[0]).toMatchObject({
        dedupe_key: "complete_contact:order_1",
        opened_at: monday("09:00"),
        phone: phone?.trim() || null,
        phone_e164: null,
      })
    }
  )

  it("whose addresses are missing, too", () => {
    const shop = new Shop()
    const order = anOrder({
      shipping_address: null,
      billing_address: null,
      customer: null,
    })
    expect(shop.follow(order)).toEqual(["opened complete_contact"])
    expect(shop.tasks.all[0]).toMatchObject({
      customer_id: null,
      customer_name: null,
      country_code: null,
    })
  })
})

describe("no task is opened", () => {
  it.each<[string, OrderFacts | null]>([
    ["a draft", anOrder({ is_draft: true })],
    ["a completed order", anOrder({ over: "completed" })],
    ["an archived order", anOrder({ over: "archived" })],
    ["a delivered order", anOrder({ over: "delivered" })],
    ["an order taken by phone", anOrder({ came_from_cart: false })],
    [
      "an order from before the plugin's first start",
      anOrder({ created_at: justBefore(FIRST_START) }),
    ],
    ["a canceled order", anOrder({ canceled_at: monday("09:01") })],
    ["an order that is gone", null],
  ])("for %s", (_, order) => {
    const shop = new Shop()
    expect(shop.follow(order)).toEqual([])
    expect(shop.follow(order && { ...order, shipping_address: null })).toEqual(
      []
    )
  })

  it("but for one of the very moment of the first start", () => {
    const shop = new Shop()
    expect(shop.follow(anOrder({ created_at: FIRST_START }))).toEqual([
      "opened confirm_order",
    ])
  })
})

describe("an order that is over", () => {
  it.each(["completed", "archived", "delivered"] as const)(
    "cancels its call as of its last change, when it is %s",
    (over) => {
      const shop = new Shop()
      shop.follow(anOrder())
      const ended = anOrder({ over, updated_at: monday("09:10") })
      expect(shop.follow(ended, monday("11:00"))).toEqual(["canceled"])
      expect(shop.tasks.all[0]).toMatchObject({
        canceled_at: monday("09:10"),
        cancel_reason: `order_${over}`,
      })
      expect(shop.follow(ended, monday("12:00"))).toEqual([])
    }
  )

  it("cancels a call that was opened later as of now", () => {
    const shop = new Shop()
    shop.follow(anOrder())
    expect(
      shop.follow(anOrder({ over: "completed" }), monday("09:15"))
    ).toEqual(["canceled"])
    expect(shop.tasks.all[0]).toMatchObject({ canceled_at: monday("09:15") })
  })

  it("no longer asks for a number", () => {
    const shop = new Shop()
    shop.follow(anOrderWithoutNumber())
    expect(shop.follow(anOrderWithoutNumber({ over: "delivered" }))).toEqual([
      "canceled",
    ])
  })

  it("is canceled rather than over, if it is both", () => {
    const shop = new Shop()
    shop.follow(anOrder())
    shop.follow(
      anOrder({ over: "archived", canceled_at: monday("09:10") }),
      monday("11:00")
    )
    expect(shop.tasks.all[0]).toMatchObject({
      cancel_reason: "order_canceled",
      canceled_at: monday("09:10"),
    })
  })
})

describe("an order that was canceled", () => {
  it("cancels its open and waiting tasks as of that time", () => {
    const shop = new Shop()
    shop.follow(anOrder())
    shop.tasks.ofType("confirm_order").run(anAttempt(), monday("09:05"))
    const canceled = anOrder({ canceled_at: monday("09:10") })
    expect(shop.follow(canceled, monday("11:00"))).toEqual(["canceled"])
    expect(shop.tasks.all[0]).toMatchObject({
      status: "canceled",
      canceled_at: monday("09:10"),
      cancel_reason: "order_canceled",
    })
    expect(shop.follow(canceled, monday("12:00"))).toEqual([])
  })

  it("leaves what was completed as it was", () => {
    const shop = new Shop()
    shop.follow(anOrder())
    shop.tasks
      .ofType("confirm_order")
      .run(completion("confirmed"), monday("09:05"))
    expect(shop.follow(anOrder({ canceled_at: monday("09:10") }))).toEqual([])
  })

  it("that is gone altogether cancels them with that reason, as of now", () => {
    const shop = new Shop()
    shop.follow(anOrder())
    expect(shop.follow(null, monday("09:15"))).toEqual(["canceled"])
    expect(shop.tasks.all[0]).toMatchObject({
      canceled_at: monday("09:15"),
      cancel_reason: "order_deleted",
    })
  })
})

describe("an order that was changed", () => {
  it("is taken over into its tasks", () => {
    const shop = new Shop()
    shop.follow(anOrder())
    const changed = anOrder({
      total: 1999,
      customer_comment: "please do not call",
      shipping_address: anAddress({ phone: "050 111 22 33" }),
    })
    expect(shop.follow(changed)).toEqual(["contact_changed", "order_changed"])
    expect(shop.tasks.all[0]).toMatchObject({
      order_total: 1999,
      customer_comment: "please do not call",
      phone: "050 111 22 33",
      phone_e164: "+380501112233",
    })
  })

  describe("whose number was removed", () => {
    it("has a task without one", () => {
      const shop = new Shop()
      shop.follow(anOrder())
      expect(shop.follow(anOrderWithoutNumber())).toEqual(["contact_changed"])
      expect(shop.tasks.all[0]).toMatchObject({ phone: null, phone_e164: null })
      expect(shop.follow(anOrderWithoutNumber())).toEqual([])
    })

    it("goes on with the number of the other address", () => {
      const shop = new Shop()
      const billing_address = anAddress({ phone: "050 111 22 33" })
      shop.follow(anOrder({ billing_address }))
      shop.follow(anOrderWithoutNumber({ billing_address }))
      expect(shop.tasks.all[0]?.phone_e164).toBe("+380501112233")
    })

    it("keeps one that the customer gave when asked", () => {
      const shop = new Shop()
      shop.follow(anOrderWithoutNumber())
      shop.tasks
        .ofType("complete_contact")
        .run(
          completion("number_received", { received_phone: "0501112233" }),
          monday("09:10")
        )
      shop.follow(anOrderWithoutNumber())
      expect(shop.follow(anOrderWithoutNumber())).toEqual([])
      expect(shop.tasks.ofType("confirm_order").task.phone_e164).toBe(
        "+380501112233"
      )
    })

    it("loses a wrong number, too", () => {
      const shop = new Shop()
      shop.follow(anOrder())
      shop.tasks.runAndOpen(
        "confirm_order",
        anAttempt({ outcome: "wrong_number" }),
        monday("09:10")
      )
      shop.follow(anOrderWithoutNumber(), monday("09:11"))
      expect(shop.tasks.ofType("confirm_order").task.phone).toBeNull()
    })

    it("keeps the one that the shop's own code opened it with", () => {
      const shop = new Shop()
      const facts = { type: "confirm_order", dedupe_key: "call-me:1" }
      shop.tasks.open({ ...facts, phone: "063 333 33 33" })
      shop.follow(anOrderWithoutNumber())
      expect(shop.tasks.ofType("confirm_order").task.phone).toBe(
        "063 333 33 33"
      )
    })
  })
})

describe("planning again", () => {
  it.each<[string, OrderFacts]>([
    ["a call", anOrder()],
    ["a request for a number", anOrderWithoutNumber()],
    ["a canceled order", anOrder({ canceled_at: monday("09:01") })],
  ])("plans nothing new for %s", (_, order) => {
    const shop = new Shop()
    shop.follow(order)
    const before = shop.tasks.all
    expect(shop.follow(order, tuesday("09:00"))).toEqual([])
    expect(shop.tasks.all).toEqual(before)
  })

  it("plans nothing new after a number arrived, nor after the call", () => {
    const shop = new Shop()
    shop.follow(anOrderWithoutNumber())
    shop.follow(anOrder(), monday("09:30"))
    expect(shop.follow(anOrder(), monday("09:31"))).toEqual([])
    shop.tasks
      .ofType("confirm_order")
      .run(completion("confirmed"), monday("09:40"))
    expect(shop.follow(anOrder(), monday("09:41"))).toEqual([])
  })
})
