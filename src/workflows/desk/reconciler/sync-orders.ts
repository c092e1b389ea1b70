import type { MedusaContainer } from "@medusajs/framework/types"
import {
  FOLLOW_UP_MODULE,
  hasNumber,
  type Planning,
  planOrder,
  type Task,
  typesToOpen,
} from "../../../modules/follow-up"
import { loadOrders, type OrderFacts } from "../../../shop/orders"
import { type Applied, applyPlans, type Doer } from "../apply-plans"
import { loadConditionFacts, type OrderToJudge } from "../condition-facts"
import { readPlanning } from "./read-planning"

/**
 * Syncs the tasks of these orders with the orders.
 *
 * @param neverSynced - see `readPlanning`
 * @param by - see `applyPlans`
 */
export async function syncOrders(
  order_ids: string[],
  container: MedusaContainer,
  neverSynced = false,
  by?: Doer
): Promise<Applied> {
  if (order_ids.length === 0) {
    return { event_ids: [], synced: [] }
  }
  const followUp = container.resolve(FOLLOW_UP_MODULE)
  const planning = await readPlanning("orders", container, neverSynced)
  const orders = await loadOrders(order_ids, container)
  const tasks = await followUp.findTasks({ order_id: order_ids })
  const tasksOf = (id: string) =>
    tasks.filter(({ order_id }) => order_id === id)
  const customers = [...orders.values()].flatMap(
    ({ customer }) => customer?.id ?? []
  )
  const customerTasks = await followUp.findTasks({ customer_id: customers })
  const facts = await loadConditionFacts(
    [...orders.values()].flatMap((order) =>
      toJudge(order, tasksOf(order.id), planning)
    ),
    planning,
    container
  )
  const plans = new Map(
    order_ids.map((id) => {
      const order = orders.get(id) ?? null
      return [
        id,
        planOrder(
          {
            order,
            tasks: tasksOf(id),
            customerTasks: customerTasks.filter(
              (task) =>
                !task.order_id && task.customer_id === order?.customer?.id
            ),
            facts: facts.get(id) ?? null,
          },
          planning
        ),
      ]
    })
  )
  const applied = await applyPlans(plans, planning, container, by)
  await followUp.markSeen(
    "order",
    applied.synced.flatMap((id) => orders.get(id) ?? [])
  )
  return applied
}

/** The facts for conditions are read only for orders that may open a task. */
function toJudge(
  order: OrderFacts,
  tasks: Task[],
  planning: Planning
): OrderToJudge[] {
  if (typesToOpen(order, tasks, planning).length === 0) {
    return []
  }
  const has_phone = hasNumber(order, tasks, planning)
  return [{ order, has_phone }]
}
