import type { MedusaContainer } from "@medusajs/framework/types"
import { FOLLOW_UP_MODULE } from "../../../modules/follow-up"
import { clockOf } from "../../../modules/follow-up/clock"
import { planOrder } from "../../../modules/follow-up/plan-order"
import type FollowUpModuleService from "../../../modules/follow-up/service"
import { carryOutPlans } from "./carry-out-plans"
import { loadOrders } from "./load-orders"

/**
 * Brings the tasks of these orders in line with the orders.
 *
 * @returns the events to deliver
 */
export async function followOrders(
  order_ids: string[],
  container: MedusaContainer
): Promise<string[]> {
  if (order_ids.length === 0) {
    return []
  }
  const followUp = container.resolve<FollowUpModuleService>(FOLLOW_UP_MODULE)
  const now = clockOf(container).now()
  const first_start = await followUp.markFirstStart(now)
  const orders = await loadOrders(order_ids, container)
  const tasks = await followUp.findTasks({ order_id: order_ids })
  const customers = [...orders.values()].flatMap(
    ({ customer }) => customer?.id ?? []
  )
  const customerTasks = await followUp.findTasks({ customer_id: customers })
  const plans = new Map(
    order_ids.map((id) => {
      const order = orders.get(id) ?? null
      return [
        id,
        planOrder(
          order,
          tasks.filter(({ order_id }) => order_id === id),
          customerTasks.filter(
            (task) => !task.order_id && task.customer_id === order?.customer?.id
          ),
          first_start,
          followUp.settings.default_country,
          now
        ),
      ]
    })
  )
  const { event_ids, followed } = await carryOutPlans(plans, now, container)
  await followUp.markSeen(
    "order",
    followed.flatMap((id) => orders.get(id) ?? [])
  )
  return event_ids
}
