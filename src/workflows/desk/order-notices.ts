import type { MedusaContainer } from "@medusajs/framework/types"
import {
  FOLLOW_UP_MODULE,
  type OrderNotice,
  orderNotices,
} from "../../modules/follow-up"
import { loadOrders } from "../../shop/orders"
import { type ComingLater, comingLater } from "./coming-later"

/**
 * What whoever packs this order is to know. No notices for an order that is
 * canceled, over, or unknown.
 */
export async function readOrderNotices(
  order_id: string,
  container: MedusaContainer
): Promise<{ notices: OrderNotice[]; coming_later: ComingLater[] | null }> {
  const coming_later = await comingLater([order_id], container)
  const followUp = container.resolve(FOLLOW_UP_MODULE)
  const tasks = await followUp.findTasks({ order_id: [order_id] })
  const rulesOf = await followUp.rulesOf(tasks)
  // Which lines come later says more than that some do.
  const notices = orderNotices(tasks, (task) => rulesOf(task).type).filter(
    ({ task }) => !coming_later?.some(({ agreed }) => agreed === task.outcome)
  )
  if (notices.length === 0) {
    return { notices, coming_later }
  }
  const order = (await loadOrders([order_id], container)).get(order_id)
  const isOver = !order || order.canceled_at || order.over
  return { notices: isOver ? [] : notices, coming_later }
}
