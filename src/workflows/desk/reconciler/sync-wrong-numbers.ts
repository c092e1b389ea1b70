import type { MedusaContainer } from "@medusajs/framework/types"
import {
  FOLLOW_UP_MODULE,
  planNumberOfStranger,
  requestKeys,
  typeForPhone,
  type Task,
} from "../../../modules/follow-up"
import { applyPlans } from "../apply-plans"
import { syncCustomers } from "./sync-customers"
import { syncOrders } from "./sync-orders"
import { readPlanning } from "./read-planning"

/** Limits one run; the oldest come first. */
const MAX_TASKS = 200

/**
 * Checks every task that waits for a new number, and resumes those that have
 * one, or for which nobody is being asked any more: the event was lost, or the
 * order had another number all along.
 *
 * @returns the events to deliver
 */
export async function syncWrongNumbers(
  container: MedusaContainer
): Promise<string[]> {
  const followUp = container.resolve(FOLLOW_UP_MODULE)
  const waiting = await followUp.listTasksWithoutNumber(MAX_TASKS)
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

/** Tasks without an order or a customer, which have only a number. */
async function syncStrangers(
  tasks: Task[],
  container: MedusaContainer
): Promise<string[]> {
  if (tasks.length === 0) {
    return []
  }
  const followUp = container.resolve(FOLLOW_UP_MODULE)
  const planning = await readPlanning("orders", container)
  const type = typeForPhone(planning)
  const requests = await followUp.findTasks({
    dedupe_key: tasks.flatMap((task) => requestKeys(type, task)),
  })
  const plans = new Map(
    tasks.map((task) => [
      task.id,
      {
        open: [],
        commands: planNumberOfStranger(
          task,
          requests.filter(({ dedupe_key }) =>
            requestKeys(type, task).includes(dedupe_key ?? "")
          ),
          planning
        ).map((command) => ({ task_id: task.id, command })),
      },
    ])
  )
  return (await applyPlans(plans, planning, container)).event_ids
}
