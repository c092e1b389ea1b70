import type { HttpTypes } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import type { AdminFollowUp } from "../../src/api/admin/follow-ups/types"
import { checkOut, complete } from "../../demo/shopper/order"
import { purchaseIn } from "./purchase"
import type { TestShop } from "./test-shop"
import { until } from "./until"

/** A checkout through the store API: cart, shipping, payment, complete. */
export async function placeOrder(
  ...purchase: Parameters<typeof purchaseIn>
): Promise<HttpTypes.StoreOrder> {
  const [shop] = purchase
  const wanted = purchaseIn(...purchase)
  return await complete(shop.carts.take(wanted) ?? (await checkOut(wanted)))
}

/** The order's task of a type, once it exists and no event is in flight. */
export async function taskOf(
  ...asked: Parameters<typeof openedTask>
): Promise<AdminFollowUp> {
  const [shop] = asked
  await openedTask(...asked)
  await shop.settle()
  return await openedTask(...asked)
}

/** The order's task of a type, once it exists, whatever else is at work on it. */
export async function openedTask(
  shop: TestShop,
  order_id: string,
  type = "confirm_order"
): Promise<AdminFollowUp> {
  return await until(async () =>
    (await tasksOf(shop, order_id)).find((task) => task.type === type)
  )
}

/** An order and its task, shared by all tests of a `describe`. */
export function placedOnce(
  shop: TestShop
): () => { order: HttpTypes.StoreOrder; task: AdminFollowUp } {
  return shop.preparedOnce(async () => {
    const order = await placeOrder(shop)
    return { order, task: await taskOf(shop, order.id) }
  })
}

/** The order's current tasks. */
export async function tasksOf(
  shop: TestShop,
  order_id: string
): Promise<AdminFollowUp[]> {
  const { body } = await shop
    .get(`/admin/follow-ups?order_id=${order_id}`)
    .expect(200)
  return body.follow_ups
}

/** When the order was canceled, according to the order. */
export async function canceledAt(
  shop: TestShop,
  order_id: string
): Promise<string> {
  const order = await shop.container
    .resolve(Modules.ORDER)
    .retrieveOrder(order_id)
  return new Date(order.canceled_at ?? NaN).toISOString()
}
