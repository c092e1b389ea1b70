import type { MedusaContainer } from "@medusajs/framework/types"
import {
  FOLLOW_UP_MODULE,
  type OrderNotice,
  orderNotices,
} from "../../modules/follow-up"
import { loadOrders } from "../../shop/orders"

/**
 * What whoever packs this order is to know. Nothing for an order that is
 * canceled, over, or unknown.
 */
export async function readOrderNotices(
  order_id: string,
  container: MedusaContainer
): Promise<OrderNotice[]> {
  const followUp = container.resolve(FOLLOW_UP_MODULE)
  const tasks = await followUp.findTasks({ order_id: [order_id] })
  const rulesOf = await followUp.rulesOf(tasks)
  const notices = orderNotices(tasks, (task) => rulesOf(task).type)
  if (notices.length === 0) {
    return []
  }
  const order = (await loadOrders([order_id], container)).get(order_id)
  return !order || order.canceled_at || order.over ? [] : notices
}
