import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

/** The fields of an order that tell whether it was delivered. */
export const DELIVERY_FIELDS = [
  "items.detail.quantity",
  "items.detail.delivered_quantity",
] as const

type Quantities = { quantity: unknown; delivered_quantity: unknown }

export type OrderedItems = {
  items?: { detail?: Quantities | null }[] | null
}

/**
 * Whether every ordered unit was delivered; a part of them is not enough, and
 * an order from which everything was removed had nothing to deliver.
 */
export function isDelivered({ items }: OrderedItems): boolean {
  const details = (items ?? []).flatMap(({ detail }) => detail ?? [])
  return (
    details.some(({ quantity }) => Number(quantity) > 0) &&
    details.every(
      ({ quantity, delivered_quantity }) =>
        Number(delivered_quantity) >= Number(quantity)
    )
  )
}

/** The orders that these fulfillments are of. */
export async function ordersOfFulfillments(
  ids: string[],
  container: MedusaContainer
): Promise<string[]> {
  if (ids.length === 0) {
    return []
  }
  const { data } = await container
    .resolve(ContainerRegistrationKeys.QUERY)
    .graph({
      entity: "order_fulfillment",
      fields: ["order_id"],
      filters: { fulfillment_id: ids },
    })
  return data.map(({ order_id }) => order_id)
}
