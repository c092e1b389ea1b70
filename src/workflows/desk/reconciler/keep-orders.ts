import type { MedusaContainer } from "@medusajs/framework/types"
import {
  type CommandRequest,
  FOLLOW_UP_MODULE,
  type Task,
} from "../../../modules/follow-up"
import { clockOf } from "../../../clock"
import { ordersNotCanceled } from "../../../shop/orders"
import { runOrReport } from "../run-or-report"

/** Longer than canceling an order takes. */
const SETTLED_AFTER_MS = 10 * 60_000

const LOOKS_BACK_MS = 7 * 24 * 3_600_000

const MOST_TASKS = 200

/**
 * Brings back the tasks that were canceled so that their order is, and whose
 * order is not: a crash came between.
 *
 * @returns the events to deliver
 */
export async function syncKeptOrders(
  container: MedusaContainer
): Promise<string[]> {
  const now = clockOf(container).now().getTime()
  const tasks = await container
    .resolve(FOLLOW_UP_MODULE)
    .listTasksCanceledWithOrder(
      new Date(now - LOOKS_BACK_MS),
      new Date(now - SETTLED_AFTER_MS),
      MOST_TASKS
    )
  return await keepOrders(tasks, container)
}

/**
 * Brings back those of the tasks whose order is not canceled.
 *
 * @returns the events to deliver
 */
export async function keepOrders(
  tasks: Pick<Task, "id" | "order_id">[],
  container: MedusaContainer
): Promise<string[]> {
  const order_ids = tasks.flatMap(({ order_id }) => order_id ?? [])
  if (order_ids.length === 0) {
    return []
  }
  const kept = await ordersNotCanceled(order_ids, container)
  const event_ids: string[] = []
  for (const { id, order_id } of tasks) {
    if (order_id && kept.has(order_id)) {
      const request: CommandRequest = {
        task_id: id,
        command: { kind: "keep_order" },
        actor_id: null,
      }
      event_ids.push(...(await runOrReport(request, container)))
    }
  }
  return event_ids
}
