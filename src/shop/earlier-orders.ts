import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { amountOf } from "./amounts"
import { type OrdersOf, placedBy } from "./order-history"

export type EarlierOrder = {
  id: string
  display_id: number
  created_at: Date
  status: string
  total: number
  currency_code: string
}

const FIELDS = [
  "id",
  "display_id",
  "created_at",
  "status",
  "total",
  "currency_code",
]

/**
 * The latest of these orders, newest first, and how many there are.
 *
 * @param besides - ids of orders that are left out
 */
export async function loadEarlierOrders(
  { besides, ...orders }: OrdersOf & { besides: string[] },
  most: number,
  container: MedusaContainer
): Promise<{ orders: EarlierOrder[]; count: number }> {
  if (orders.customer_ids.length === 0) {
    return { orders: [], count: 0 }
  }
  const { data, metadata } = await container
    .resolve(ContainerRegistrationKeys.QUERY)
    .graph({
      entity: "order",
      fields: FIELDS,
      filters: { ...placedBy(orders), id: { $nin: besides } },
      pagination: { take: most, skip: 0, order: { created_at: "DESC" } },
    })
  return {
    orders: data.map((order) => ({
      id: order.id,
      display_id: Number(order.display_id),
      created_at: new Date(order.created_at),
      status: order.status,
      total: amountOf(order.total),
      currency_code: order.currency_code,
    })),
    count: metadata?.count ?? data.length,
  }
}
