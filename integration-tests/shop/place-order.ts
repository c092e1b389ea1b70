import type { HttpTypes } from "@medusajs/framework/types"
import type { Shopper } from "../../demo/seed/people"
import { Modules } from "@medusajs/framework/utils"
import type { AdminFollowUp } from "../../src/api/admin/follow-ups/types"
import { placeOrder as checkOut } from "../../demo/shopper/order"
import type { TestShop } from "./test-shop"
import { until } from "./until"

const olena: Shopper = {
  email: "olena@mail.example",
  first_name: "Олена",
  last_name: "Коваленко",
  phone: "067 123 45 67",
  country: "ua",
  city: "Київ",
  street: "вул. Січових Стрільців, 21",
  postcode: "04053",
}

/** A checkout through the store API: cart, shipping, payment, complete. */
export async function placeOrder(
  shop: TestShop,
  who: Partial<Shopper> = {},
  what: { variant_id?: string; quantity?: number } = {},
  wares = shop.wares
): Promise<HttpTypes.StoreOrder> {
  const [kettle = ""] = wares.variant_ids
  return await checkOut({
    url: shop.url,
    shop: wares,
    shopper: { ...olena, ...who },
    basket: [{ variant_id: kettle, title: "kettle", quantity: 1, ...what }],
  })
}

/** The order's task of a type, as soon as it is there. */
export async function taskOf(
  shop: TestShop,
  order_id: string,
  type = "confirm_order"
): Promise<AdminFollowUp> {
  return await until(async () =>
    (await tasksOf(shop, order_id)).find((task) => task.type === type)
  )
}

/** An order and its task that all tests of a `describe` begin with. */
export function placedOnce(
  shop: TestShop
): () => { order: HttpTypes.StoreOrder; task: AdminFollowUp } {
  return shop.preparedOnce(async () => {
    const order = await placeOrder(shop)
    return { order, task: await taskOf(shop, order.id) }
  })
}

/** The order's tasks as they are now. */
export async function tasksOf(
  shop: TestShop,
  order_id: string
): Promise<AdminFollowUp[]> {
  const { body } = await shop
    .get(`/admin/follow-ups?order_id=${order_id}`)
    .expect(200)
  return body.follow_ups
}

/** When the order was canceled, as the order itself says. */
export async function canceledAt(
  shop: TestShop,
  order_id: string
): Promise<string> {
  const order = await shop.container
    .resolve(Modules.ORDER)
    .retrieveOrder(order_id)
  return new Date(order.canceled_at ?? NaN).toISOString()
}
