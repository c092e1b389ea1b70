import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

/** Why Medusa does not cancel an order. */
export type KeepsOrder = "canceled" | "completed" | "fulfilled"

type OrderRow = {
  status: string
  fulfillments?: ({ canceled_at?: Date | string | null } | null)[] | null
}

/**
 * Whether Medusa cancels this order, by the rules of its own workflow, whose
 * messages are in English only.
 *
 * @returns null if it does
 */
export async function whatKeepsOrder(
  order_id: string,
  container: MedusaContainer
): Promise<KeepsOrder | null> {
  const { data } = await container
    .resolve(ContainerRegistrationKeys.QUERY)
    .graph({
      entity: "order",
      fields: ["id", "status", "fulfillments.canceled_at"],
      filters: { id: order_id },
    })
  const rows: OrderRow[] = data
  const [order] = rows
  if (order?.status === "canceled" || order?.status === "completed") {
    return order.status
  }
  return order?.fulfillments?.some((each) => each && !each.canceled_at)
    ? "fulfilled"
    : null
}
