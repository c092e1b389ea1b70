import { Modules } from "@medusajs/framework/utils"
import type { AdminAlternativesResponse } from "../../../src/api/admin/shortages/types"
import type { TestShop } from "../../shop/test-shop"

/** What may be done about an order's only line. */
export async function alternativesOf(
  shop: TestShop,
  order_id: string,
  query = ""
): Promise<AdminAlternativesResponse> {
  const { items = [] } = await shop.container
    .resolve(Modules.ORDER)
    .retrieveOrder(order_id, { relations: ["items"] })
  const { body } = await shop
    .get(
      `/admin/shortages/orders/${order_id}/lines/${items.at(0)?.id}/alternatives${query}`
    )
    .expect(200)
  return body
}
