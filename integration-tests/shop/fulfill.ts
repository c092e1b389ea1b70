import type { TestShop } from "./test-shop"

/**
 * Packs an order, as the dashboard does.
 *
 * @param units - how many of each item; everything if omitted
 * @returns the fulfillment's id
 */
export async function fulfill(
  shop: TestShop,
  order_id: string,
  units?: number
): Promise<string> {
  const path = `/admin/orders/${order_id}`
  const { body } = await shop.get(`${path}?fields=*items`).expect(200)
  const items: { id: string; quantity: number }[] = body.order.items
  await shop
    .post(`${path}/fulfillments`, {
      items: items.map(({ id, quantity }) => ({
        id,
        quantity: units ?? quantity,
      })),
    })
    .expect(200)
  const packed = await shop.get(`${path}?fields=*fulfillments`).expect(200)
  return packed.body.order.fulfillments[0].id
}
