import type { MedusaContainer } from "@medusajs/framework/types"
import {
  FOLLOW_UP_MODULE,
  hasNumber,
  type Plan,
  type Planning,
  planOrder,
  type Task,
  typeForPhone,
  typesToOpen,
} from "../../../modules/follow-up"
import { loadOrders, type OrderFacts } from "../../../shop/orders"
import { type Applied, applyPlans, type Doer } from "../apply-plans"
import { loadConditionFacts, type OrderToJudge } from "../condition-facts"
import { readPlanning, type Unseen } from "./read-planning"

/**
 * Syncs the tasks of these orders with the orders.
 *
 * @param unseen - see `readPlanning`
 * @param by - see `applyPlans`
 */
export async function syncOrders(
  order_ids: string[],
  container: MedusaContainer,
  unseen?: Unseen,
  by?: Doer
): Promise<Applied> {
  if (order_ids.length === 0) {
    return { event_ids: [], synced: [] }
  }
  const planning = await readPlanning("orders", container, unseen)
  const { plans, orders } = await planOrders(order_ids, planning, container)
  const applied = await applyPlans(plans, planning, container, by)
  await container.resolve(FOLLOW_UP_MODULE).markSeen(
    "order",
    applied.synced.flatMap((id) => orders.get(id) ?? [])
  )
  return applied
}

/** The plans for these orders, and the orders that they were made from. */
export async function planOrders(
  order_ids: string[],
  planning: Planning,
  container: MedusaContainer
): Promise<{
  plans: Map<string, Plan>
  orders: ReadonlyMap<string, OrderFacts>
}> {
  const followUp = container.resolve(FOLLOW_UP_MODULE)
  const orders = await loadOrders(order_ids, container, followUp.settings)
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
  const requests = await requestsOf(tasks, planning, container)
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
            requests: requests.filter(
              ({ order_id, person_id }) =>
                order_id !== id &&
                tasksOf(id).some((task) => task.person_id === person_id)
            ),
            facts: facts.get(id) ?? null,
          },
          planning
        ),
      ]
    })
  )
  return { plans, orders }
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

/** What the persons were asked whose number was wrong for one of these tasks. */
async function requestsOf(
  tasks: Task[],
  planning: Planning,
  container: MedusaContainer
): Promise<Task[]> {
  const persons = tasks
    .filter(({ wrong_phones }) => wrong_phones.length > 0)
    .map(({ person_id }) => person_id)
  const theirs = await container
    .resolve(FOLLOW_UP_MODULE)
    .findTasks({ person_id: [...new Set(persons)] })
  const type = typeForPhone(planning)
  return theirs.filter((task) => task.type === type)
}
