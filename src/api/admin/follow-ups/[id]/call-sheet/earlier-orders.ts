import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import type { Task } from "../../../../../modules/follow-up"
import type { AdminFollowUpCallSheetResponse } from "../../types"

type CallSheet = AdminFollowUpCallSheetResponse["call_sheet"]

const MOST_ORDERS = 10

/**
 * The customer's orders before this one, newest first, and how many there are;
 * all of them for a task without an order.
 */
export async function earlierOrders(
  { customer_id }: Pick<Task, "customer_id">,
  order: CallSheet["order"],
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
      ...(order && {
        id: { $ne: order.id },
        created_at: { $lte: new Date(order.created_at) },
      }),
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
