import { Modules } from "@medusajs/framework/utils"
import { placeOrder, taskOf, tasksOf } from "../../shop/place-order"
import { fulfill } from "../../shop/fulfill"
import type { TestShop } from "../../shop/test-shop"
import { until } from "../../shop/until"
import { withoutEvents } from "../../shop/without-events"

/** The ways in which an order is over, each with the reason that its call closes with. */
const WAYS = [
  ["completed", "order_completed", complete],
  ["archived", "order_archived", archive],
  ["delivered", "order_delivered", deliver],
] as const

export function ordersThatAreOver(shop: TestShop): void {
  describe.each(WAYS)("an order that is %s", (_, reason, end) => {
    it("closes its call through the event", async () => {
      const order = await placeOrder(shop)
      await taskOf(shop, order.id)
      await end(shop, order.id)
      const task = await until(async () => {
        const task = await taskOf(shop, order.id)
        return task.status === "canceled" && task
      })

      expect(task).toMatchObject({ cancel_reason: reason })
    })

    it("closes its call through the reconciler alone", async () => {
      const order = await placeOrder(shop)
      await taskOf(shop, order.id)
      await shop.reconcile()
      await withoutEvents(shop, () => end(shop, order.id))
      expect(await taskOf(shop, order.id)).toMatchObject({ status: "open" })
      shop.clock.advance(60)
      await shop.reconcile()

      const task = await taskOf(shop, order.id)
      expect(task).toMatchObject({ status: "canceled", cancel_reason: reason })
      expect(task.canceled_at).toBe(await changedAt(shop, order.id))
    })

    it("gets none where it was over before its event came", async () => {
      const order = await withoutEvents(shop, async () => {
        const order = await placeOrder(shop)
        await end(shop, order.id)
        return order
      })
      shop.clock.advance(2)
      await shop.reconcile()
      await shop.follow(order.id)

      expect(await tasksOf(shop, order.id)).toEqual([])
    })
  })

  it("keeps the call of an order of which only a part was delivered", async () => {
    const order = await placeOrder(shop, {}, { quantity: 2 })
    await taskOf(shop, order.id)
    await deliver(shop, order.id, 1)
    await shop.settle()
    await shop.reconcile()

    expect(await taskOf(shop, order.id)).toMatchObject({ status: "open" })
  })

  it("no longer asks for the number of a customer who has the parcel", async () => {
    const order = await placeOrder(shop, { phone: undefined })
    await taskOf(shop, order.id, "complete_contact")
    await deliver(shop, order.id)
    const asking = await until(async () => {
      const task = await taskOf(shop, order.id, "complete_contact")
      return task.status === "canceled" && task
    })

    expect(asking).toMatchObject({ cancel_reason: "order_delivered" })
    expect(await tasksOf(shop, order.id)).toHaveLength(1)
  })
}

/** When the order last changed: it was over then, or before. */
async function changedAt(shop: TestShop, order_id: string): Promise<string> {
  const order = await shop.container
    .resolve(Modules.ORDER)
    .retrieveOrder(order_id)
  return new Date(order.updated_at).toISOString()
}

async function complete(shop: TestShop, order_id: string): Promise<void> {
  await shop.post(`/admin/orders/${order_id}/complete`).expect(200)
}

/** Only a completed order can be archived: its first event is lost. */
async function archive(shop: TestShop, order_id: string): Promise<void> {
  await withoutEvents(shop, () => complete(shop, order_id))
  await shop.post(`/admin/orders/${order_id}/archive`).expect(200)
}

/** Ships an order and marks the parcel as delivered, as the dashboard does. */
async function deliver(
  shop: TestShop,
  order_id: string,
  units?: number
): Promise<void> {
  const id = await fulfill(shop, order_id, units)
  await shop
    .post(`/admin/orders/${order_id}/fulfillments/${id}/mark-as-delivered`)
    .expect(200)
}
