import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { Refusal } from "../../../../refusals"

/**
 * The order that a script is tried on: the one that is asked for, else the
 * latest; null in a shop without orders.
 *
 * @throws Refusal for an unknown id
 */
export async function orderToPreview(
  order_id: string | undefined,
  container: MedusaContainer
): Promise<string | null> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "order",
    fields: ["id"],
    filters: order_id ? { id: order_id } : { is_draft_order: false },
    pagination: { take: 1, skip: 0, order: { created_at: "DESC" } },
  })
  const [order] = data
  if (order_id && !order) {
    throw new Refusal("order_not_found", { id: order_id }, ["order_id"])
  }
  return order?.id ?? null
}
