import type { MedusaContainer } from "@medusajs/framework/types"
import {
  contactOfCustomer,
  FOLLOW_UP_MODULE,
  isActive,
  type Plan,
  planCustomer,
  type Planning,
  type Task,
  typesToOpenForCustomer,
} from "../../../modules/follow-up"
import { type CustomerFacts, loadCustomers } from "../../../shop/customers"
import { type Applied, applyPlans } from "../apply-plans"
import { syncOrders } from "./sync-orders"
import { type CustomerToJudge, loadCustomerFacts } from "../customer-facts"
import { readPlanning, type Unseen } from "./read-planning"
import { recordVersions } from "../../../shop/records"

export type SyncCustomersInput = {
  customer_ids: string[]
  /** Whether an event said that they were created, so they are not guests. */
  announced: boolean
}

/**
 * Syncs the tasks of these customers, and then those of their orders: a number
 * that arrives may be for both.
 *
 * @param unseen - see `readPlanning`
 */
export async function syncCustomers(
  input: SyncCustomersInput,
  container: MedusaContainer,
  unseen?: Unseen
): Promise<Applied> {
  const { customer_ids } = input
  if (customer_ids.length === 0) {
    return { event_ids: [], synced: [] }
  }
  const planning = await readPlanning("customers", container, unseen)
  // Read before the facts, so that a change in between is synced again, not
  // missed.
  const versions = await recordVersions("customer", customer_ids, container)
  const { plans, tasks } = await planCustomers(input, planning, container)
  const order_ids = new Set(
    tasks.filter(isActive).flatMap(({ order_id }) => order_id ?? [])
  )
  const { event_ids, synced } = await applyPlans(plans, planning, container)
  const ofOrders = await syncOrders([...order_ids], container)
  await container.resolve(FOLLOW_UP_MODULE).markSeen(
    "customer",
    synced.flatMap((id) => {
      const updated_at = versions.get(id)
      return updated_at ? [{ id, updated_at }] : []
    })
  )
  return { event_ids: [...event_ids, ...ofOrders.event_ids], synced }
}

/** The plans for these customers, and the tasks that they were made from. */
export async function planCustomers(
  { customer_ids, announced }: SyncCustomersInput,
  planning: Planning,
  container: MedusaContainer
): Promise<{ plans: Map<string, Plan>; tasks: Task[] }> {
  const followUp = container.resolve(FOLLOW_UP_MODULE)
  const customers = await loadCustomers(customer_ids, container)
  const tasks = await followUp.findTasks({ customer_id: customer_ids })
  const tasksOf = (id: string) =>
    tasks.filter((task) => task.customer_id === id && !task.order_id)
  const judged = [...customers.values()].flatMap((customer) =>
    toJudge(customer, tasksOf(customer.id), announced, planning)
  )
  const loaded = await loadCustomerFacts(judged, planning, container)
  const facts = new Map(
    judged.map(({ customer_id }, index) => [customer_id, loaded[index]])
  )
  const plans = new Map(
    customer_ids.map((id) => [
      id,
      planCustomer(
        {
          customer: customers.get(id) ?? null,
          tasks: tasksOf(id),
          announced,
          facts: facts.get(id) ?? null,
        },
        planning
      ),
    ])
  )
  return { plans, tasks }
}

/** The facts for conditions are read only for customers who may open a task. */
function toJudge(
  customer: CustomerFacts,
  tasks: Task[],
  announced: boolean,
  planning: Planning
): CustomerToJudge[] {
  if (
    typesToOpenForCustomer(customer, tasks, announced, planning).length === 0
  ) {
    return []
  }
  const contact = contactOfCustomer(customer, tasks, planning)
  return [{ ...contact, order_total: null, currency_code: null }]
}
