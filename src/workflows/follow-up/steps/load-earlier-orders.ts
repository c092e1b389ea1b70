import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import type { OrderFacts } from "../../../modules/follow-up/plan-order"

/** What a customer had ordered before. */
export type EarlierOrder = {
  id: string
  is_canceled: boolean
  /** Completed, archived, or delivered to the last item. */
  is_done: boolean
}

type Row = {
  id: string
  customer_id: string
  created_at: string | Date
  status: string
  canceled_at: string | Date | null
  items?: { detail?: Quantities | null }[] | null
}

type Quantities = { quantity: unknown; delivered_quantity: unknown }

/** The orders that the customers of these orders had placed before them. */
export async function loadEarlierOrders(
  orders: Pick<OrderFacts, "id" | "created_at" | "customer">[],
  container: MedusaContainer
): Promise<Map<string, EarlierOrder[]>> {
  const rows = await loadOrdersOf(
    orders.flatMap(({ customer }) => customer?.id ?? []),
    container
  )
  return new Map(
    orders.map((order) => [
      order.id,
      (rows.get(order.customer?.id ?? "") ?? []).filter(
        ({ id, created_at }) => id !== order.id && created_at < order.created_at
      ),
    ])
  )
}

/** All that these customers ordered, by customer. */
export async function loadOrdersOf(
  customer_ids: string[],
  container: MedusaContainer
): Promise<Map<string, (EarlierOrder & { created_at: Date })[]>> {
  if (customer_ids.length === 0) {
    return new Map()
  }
  const { data } = await container
    .resolve(ContainerRegistrationKeys.QUERY)
    .graph({
      entity: "order",
      fields: [
        "id",
        "customer_id",
        "created_at",
        "status",
        "canceled_at",
        "items.detail.quantity",
        "items.detail.delivered_quantity",
      ],
      filters: {
        customer_id: [...new Set(customer_ids)],
        is_draft_order: false,
      },
    })
  const rows: Row[] = data
  const byCustomer = new Map<string, (EarlierOrder & { created_at: Date })[]>()
  for (const row of rows) {
    const before = byCustomer.get(row.customer_id) ?? []
    byCustomer.set(row.customer_id, [
      ...before,
      {
        id: row.id,
        created_at: new Date(row.created_at),
        is_canceled: row.canceled_at !== null || row.status === "canceled",
        is_done: isDone(row),
      },
    ])
  }
  return byCustomer
}

function isDone({ status, canceled_at, items }: Row): boolean {
  if (canceled_at !== null) {
    return false
  }
  const details = (items ?? []).flatMap(({ detail }) => detail ?? [])
  return (
    status === "completed" ||
    status === "archived" ||
    (details.length > 0 &&
      details.every(
        ({ quantity, delivered_quantity }) =>
          Number(delivered_quantity) >= Number(quantity)
      ))
  )
}
