import type { MedusaContainer } from "@medusajs/framework/types"
import {
  FOLLOW_UP_MODULE,
  planNumberOfStranger,
  requestKeys,
  type Task,
} from "../../../modules/follow-up"
import { applyPlans } from "../apply-plans"
import { syncCustomers } from "./sync-customers"
import { syncOrders } from "./sync-orders"
import { readPlanning } from "./read-planning"

/** More than wait for a number at once; the oldest are first. */
const MOST_TASKS = 200

/**
 * Looks at every task that waits for a new number, and goes on with those that
 * have one, or that nobody is asked for any more: an event that should have
 * said so was lost, or the order had another number all along.
 *
 * @returns the events to deliver
 */
export async function syncWrongNumbers(
  container: MedusaContainer
): Promise<string[]> {
  const followUp = container.resolve(FOLLOW_UP_MODULE)
  const waiting = await followUp.listTasksWithoutNumber(MOST_TASKS)
  const withoutOrder = waiting.filter(({ order_id }) => order_id === null)
  const ofOrders = await syncOrders(
    [...new Set(waiting.flatMap(({ order_id }) => order_id ?? []))],
    container
  )
  const customer_ids = [
    ...new Set(withoutOrder.flatMap(({ customer_id }) => customer_id ?? [])),
  ]
  const ofCustomers = await syncCustomers(
    { customer_ids, announced: false },
    container
  )
  const ofStrangers = await syncStrangers(
    withoutOrder.filter(({ customer_id }) => customer_id === null),
    container
  )
  return [...ofOrders.event_ids, ...ofCustomers.event_ids, ...ofStrangers]
}

/** Tasks that are about no order and no customer, only about a number. */
async function syncStrangers(
  tasks: Task[],
  container: MedusaContainer
): Promise<string[]> {
  if (tasks.length === 0) {
    return []
  }
  const followUp = container.resolve(FOLLOW_UP_MODULE)
  const planning = await readPlanning("orders", container)
  const requests = await followUp.findTasks({
    dedupe_key: tasks.flatMap(requestKeys),
  })
  const plans = new Map(
    tasks.map((task) => [
      task.id,
      {
        open: [],
        commands: planNumberOfStranger(
          task,
          requests.filter(({ dedupe_key }) =>
            requestKeys(task).includes(dedupe_key ?? "")
          ),
          planning.default_country
        ).map((command) => ({ task_id: task.id, command })),
      },
    ])
  )
  return (await applyPlans(plans, planning, container)).event_ids
}
