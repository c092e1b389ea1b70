import type { MedusaContainer } from "@medusajs/framework/types"
import { FOLLOW_UP_MODULE } from "../../../modules/follow-up"
import { clockOf } from "../../../modules/follow-up/clock"
import { planCustomer } from "../../../modules/follow-up/plan-customer"
import { isActive } from "../../../modules/follow-up/plan-order"
import type FollowUpModuleService from "../../../modules/follow-up/service"
import { carryOutPlans } from "./carry-out-plans"
import { followOrders } from "./follow-orders"
import { loadCustomers } from "./load-customers"
import { recordVersions } from "./record-versions"

export type FollowCustomersInput = {
  customer_ids: string[]
  /** Whether an event said that they were created: then they are no guests. */
  announced: boolean
}

/**
 * Brings the tasks of these customers in line with the customer records, and
 * then those of their orders: a number that arrives may be for both.
 *
 * @returns the events to deliver
 */
export async function followCustomers(
  { customer_ids, announced }: FollowCustomersInput,
  container: MedusaContainer
): Promise<string[]> {
  if (customer_ids.length === 0) {
    return []
  }
  const followUp = container.resolve<FollowUpModuleService>(FOLLOW_UP_MODULE)
  const now = clockOf(container).now()
  const first_start = await followUp.markFirstStart(now)
  // Read before the facts: a change in between is seen again, not missed.
  const versions = await recordVersions("customer", customer_ids, container)
  const customers = await loadCustomers(customer_ids, container)
  const tasks = await followUp.findTasks({ customer_id: customer_ids })
  const plans = new Map(
    customer_ids.map((id) => [
      id,
      planCustomer(
        customers.get(id) ?? null,
        tasks.filter((task) => task.customer_id === id && !task.order_id),
        announced,
        first_start,
        followUp.settings.default_country
      ),
    ])
  )
  const order_ids = new Set(
    tasks.filter(isActive).flatMap(({ order_id }) => order_id ?? [])
  )
  const { event_ids, followed } = await carryOutPlans(plans, now, container)
  const ofOrders = await followOrders([...order_ids], container)
  await followUp.markSeen(
    "customer",
    followed.flatMap((id) => {
      const updated_at = versions.get(id)
      return updated_at ? [{ id, updated_at }] : []
    })
  )
  return [...event_ids, ...ofOrders]
}
