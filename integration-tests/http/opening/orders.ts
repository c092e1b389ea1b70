import { subscribe, unsubscribe } from "node:diagnostics_channel"
import { orderOnSheet } from "../../shop/order-on-sheet"
import { z } from "@medusajs/framework/zod"
import { Modules } from "@medusajs/framework/utils"
import { acceptOrderTransferWorkflow } from "@medusajs/medusa/core-flows"
import { canceledAt, placeOrder, taskOf, tasksOf } from "../../shop/place-order"
import type { TestShop } from "../../shop/test-shop"
import { until } from "../../shop/until"

export function orders(shop: TestShop): void {
  it("opens one call with a response timer for an order that is placed", async () => {
    const order = await placeOrder(shop)
    const task = await taskOf(shop, order.id)

    expect(task).toMatchObject({
      type: "confirm_order",
      status: "open",
      order_id: order.id,
      order_display_id: order.display_id,
      order_total: order.total,
      currency_code: "uah",
      customer_name: "Олена Коваленко",
      email: "olena@mail.example",
      phone: "067 123 45 67",
      phone_e164: "+380671234567",
      country_code: "ua",
      customer_time_zones: ["Europe/Kyiv"],
      assignee: null,
      responded_at: null,
      timer: { level: "on_track", counting_to: "response_target" },
    })
    expect(task.opened_at).toBe(new Date(order.created_at).toISOString())
    expect(task.deadline_at).toBe(task.response_target_at)
    expect(await tasksOf(shop, order.id)).toHaveLength(1)
  })

  it("opens exactly one task when the same event arrives five times at once", async () => {
    const order = await placeOrder(shop)
    const bus = shop.container.resolve(Modules.EVENT_BUS)
    await Promise.all(
      Array.from({ length: 5 }, () => [
        bus.emit({ name: "order.placed", data: { id: order.id } }),
        // As another instance would.
        shop.follow(order.id),
      ]).flat()
    )
    await taskOf(shop, order.id)
    await shop.settle()

    expect(await tasksOf(shop, order.id)).toHaveLength(1)
  })

  it("begins with an order when its shopper has the answer", async () => {
    const happened: string[] = []
    const note = (message: unknown) => {
      const path = pathOf(message)
      if (path.endsWith("/complete")) {
        happened.push("answered")
      }
    }
    const { markFirstStart } = shop.followUp
    jest
      .spyOn(shop.followUp, "markFirstStart")
      .mockImplementationOnce((now) => {
        happened.push("begun")
        return markFirstStart(now)
      })
    subscribe("http.server.response.finish", note)
    try {
      const order = await placeOrder(shop)
      await taskOf(shop, order.id)
    } finally {
      unsubscribe("http.server.response.finish", note)
      jest.restoreAllMocks()
    }

    expect(happened).toEqual(["answered", "begun"])
  })

  it("asks for a number where the order has none", async () => {
    const order = await placeOrder(shop, { phone: undefined })
    const task = await taskOf(shop, order.id, "complete_contact")

    expect(task).toMatchObject({ phone: null, phone_e164: null })
    expect(await tasksOf(shop, order.id)).toHaveLength(1)
  })

  it("asks for a number where what was typed is not one", async () => {
    const order = await placeOrder(shop, { phone: "call my neighbour" })
    const task = await taskOf(shop, order.id, "complete_contact")

    expect(task).toMatchObject({ phone: "call my neighbour", phone_e164: null })
  })

  it("goes on to the call when a number arrives with the order", async () => {
    const order = await placeOrder(shop, { phone: undefined })
    const asking = await taskOf(shop, order.id, "complete_contact")
    await shop
      .post(`/admin/orders/${order.id}`, {
        shipping_address: { phone: "050 765 43 21" },
      })
      .expect(200)
    const call = await taskOf(shop, order.id)

    expect(call).toMatchObject({ status: "open", phone_e164: "+380507654321" })
    expect(call.opened_at > asking.opened_at).toBe(true)
    expect(await taskOf(shop, order.id, "complete_contact")).toMatchObject({
      status: "completed",
      outcome: "number_received",
    })
  })

  it("no longer waits for a customer's reply once the number arrives, with all of the call", async () => {
    const asked = await placeOrder(shop, { phone: undefined })
    const other = await placeOrder(shop)
    const asking = await taskOf(shop, asked.id, "complete_contact")
    await taskOf(shop, other.id)
    await shop
      .post(`/admin/follow-ups/${asking.id}/attempts`, {
        channel: "email",
        outcome: "message_sent",
      })
      .expect(200)
    expect(await taskOf(shop, other.id)).toMatchObject({
      status: "waiting",
      waiting_reason: "customer_reply",
    })
    await shop
      .post(`/admin/orders/${asked.id}`, {
        shipping_address: { phone: "050 765 43 21" },
      })
      .expect(200)

    expect(await taskOf(shop, asked.id)).toMatchObject({ status: "open" })
    expect(await taskOf(shop, other.id)).toMatchObject({ status: "open" })
  })

  it("cancels the task of an order that is canceled, with the true time", async () => {
    const order = await placeOrder(shop)
    await taskOf(shop, order.id)
    await shop.post(`/admin/orders/${order.id}/cancel`).expect(200)
    const task = await until(async () => {
      const task = await taskOf(shop, order.id)
      return task.status === "canceled" && task
    })

    expect(task).toMatchObject({
      cancel_reason: "order_canceled",
      canceled_at: await canceledAt(shop, order.id),
      timer: { state: "stopped" },
    })
  })

  it("opens no call for an order that was taken by phone", async () => {
    const { body } = await shop
      .post("/admin/draft-orders", {
        region_id: shop.wares.region_id,
        sales_channel_id: await shop.salesChannelId(),
        email: "phoned@mail.example",
        shipping_address: {
          first_name: "Петро",
          phone: "0671234567",
          country_code: "ua",
        },
      })
      .expect(200)
    await shop
      .post(`/admin/draft-orders/${body.draft_order.id}/convert-to-order`)
      .expect(200)
    await shop.settle()

    expect(await tasksOf(shop, body.draft_order.id)).toEqual([])
  })

  it("opens a task for an order whose address is missing", async () => {
    const order = await placeOrder(shop, { phone: undefined })
    const asking = await taskOf(shop, order.id, "complete_contact")
    const module = shop.container.resolve(Modules.ORDER)
    const [stored] = await module.listOrders(
      { id: order.id },
      { relations: ["shipping_address", "billing_address"] }
    )
    await module.deleteOrderAddresses(
      [stored?.shipping_address?.id, stored?.billing_address?.id].filter(
        (id) => id !== undefined
      )
    )
    await shop.follow(order.id)
    const sheet = await shop
      .get(`/admin/follow-ups/${asking.id}/call-sheet`)
      .expect(200)

    expect(orderOnSheet(sheet.body.call_sheet)).toMatchObject({
      id: order.id,
      shipping_address: [],
    })
  })

  it("takes over a total that changed meanwhile", async () => {
    const order = await placeOrder(shop)
    const task = await taskOf(shop, order.id)
    await shop.post("/admin/order-edits", { order_id: order.id }).expect(200)
    await shop
      .post(`/admin/order-edits/${order.id}/items`, {
        items: [{ variant_id: shop.wares.variant_ids[0], quantity: 1 }],
      })
      .expect(200)
    await shop.post(`/admin/order-edits/${order.id}/confirm`).expect(200)
    const changed = await until(async () => {
      const now = await taskOf(shop, order.id)
      return now.order_total !== task.order_total && now
    })

    expect(changed.order_total).toBeGreaterThan(order.total)
    const detail = await shop.get(`/admin/follow-ups/${task.id}`).expect(200)
    expect(detail.body.activities[0]).toMatchObject({ kind: "order_changed" })
  })

  it("calls the first of two numbers, and offers the other", async () => {
    const phone = "067-555-12-12, 050-555-13-13 (після 18:00)"
    const order = await placeOrder(shop, { phone })

    expect(await taskOf(shop, order.id)).toMatchObject({
      phone,
      phone_e164: "+380675551212",
      other_phones: ["+380505551313"],
    })
  })

  it("forgets a number that is removed from the order", async () => {
    const order = await placeOrder(shop)
    await taskOf(shop, order.id)
    await shop
      .post(`/admin/orders/${order.id}`, {
        shipping_address: { phone: "" },
        billing_address: { phone: "" },
      })
      .expect(200)
    const task = await until(async () => {
      const task = await taskOf(shop, order.id)
      return task.phone === null && task
    })

    expect(task).toMatchObject({ status: "open", phone_e164: null })
  })

  it("follows an order that is given to another customer", async () => {
    const order = await placeOrder(shop)
    const before = await taskOf(shop, order.id)
    await shop
      .post(`/admin/orders/${order.id}/transfer/guest`, {
        email: "ivan@mail.example",
      })
      .expect(200)
    const given = await until(async () => {
      const task = await taskOf(shop, order.id)
      return task.customer_id !== before.customer_id && task
    })
    expect(given.email).toBe("ivan@mail.example")

    const customers = shop.container.resolve(Modules.CUSTOMER)
    const petar = await customers.createCustomers({
      email: "petar@mail.example",
      has_account: true,
    })
    await shop
      .post(`/admin/orders/${order.id}/transfer`, { customer_id: petar.id })
      .expect(200)
    const [change] = await shop.container
      .resolve(Modules.ORDER)
      .listOrderChanges(
        { order_id: order.id, status: "requested" },
        { relations: ["actions"] }
      )
    await acceptOrderTransferWorkflow(shop.container).run({
      input: {
        order_id: order.id,
        token: String(change?.actions[0]?.details?.token),
      },
    })
    await until(async () => {
      const task = await taskOf(shop, order.id)
      return task.customer_id === petar.id
    })
  })
}

/** The path of the request that Node.js has just answered. */
function pathOf(message: unknown): string {
  return z
    .object({ request: z.object({ originalUrl: z.string() }) })
    .parse(message).request.originalUrl
}
