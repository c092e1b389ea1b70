import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import {
  type CommandRequest,
  FOLLOW_UP_MODULE,
  type Task,
} from "../../../modules/follow-up"
import { clockOf } from "../../../clock"
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
  const { data } = await container
    .resolve(ContainerRegistrationKeys.QUERY)
    .graph({
      entity: "order",
      fields: ["id", "canceled_at"],
      filters: { id: order_ids },
    })
  const kept = new Set(
    data.filter(({ canceled_at }) => !canceled_at).map(({ id }) => id)
  )
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
