import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import type { Task } from "../../../../../modules/follow-up/task"
import type { AdminFollowUpCallSheetResponse } from "../../types"

type CallSheet = AdminFollowUpCallSheetResponse["call_sheet"]

const MOST_ORDERS = 10

/** The customer's other orders, newest first, and how many there are. */
export async function earlierOrders(
  { customer_id, order_id }: Pick<Task, "customer_id" | "order_id">,
  container: MedusaContainer
): Promise<Pick<CallSheet, "earlier_orders" | "earlier_order_count">> {
  if (!customer_id) {
    return { earlier_orders: [], earlier_order_count: 0 }
  }
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data, metadata } = await query.graph({
    entity: "order",
    fields: [
      "id",
      "display_id",
      "created_at",
      "status",
      "total",
      "currency_code",
    ],
    filters: {
      customer_id,
      is_draft_order: false,
      ...(order_id && { id: { $ne: order_id } }),
    },
    pagination: { take: MOST_ORDERS, skip: 0, order: { created_at: "DESC" } },
  })
  return {
    earlier_orders: data.map((order) => ({
      id: order.id,
      display_id: Number(order.display_id),
      created_at: new Date(order.created_at).toISOString(),
      status: order.status,
      total: Number(order.total),
      currency_code: order.currency_code,
    })),
    earlier_order_count: metadata?.count ?? data.length,
  }
}
