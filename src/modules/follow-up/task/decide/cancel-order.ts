import { isActive } from "../is-active"
import type { Task } from "../task"
import { type Decision, type Situation, UNCHANGED } from "./decision"
import { Refusal } from "../../../../refusals"

/**
 * Whether a task's attempts are used up and its playbook then cancels orders.
 */
export function mayCancelOrder(
  task: Pick<Task, "status" | "fallback" | "order_id">
): boolean {
  return (
    isActive(task) && task.fallback === "cancel_order" && task.order_id !== null
  )
}

/** Whether a task was closed because its order was canceled. */
export function isClosedWithOrder({
  status,
  cancel_reason,
}: Pick<Task, "status" | "cancel_reason">): boolean {
  return status === "canceled" && cancel_reason === "order_canceled"
}

/**
 * Checks whether a person may have the task's order canceled. The task does not
 * change yet: it is closed once its order is canceled, like any other.
 */
export function cancelOrder({ task }: Situation): Decision {
  if (!mayCancelOrder(task) && !isClosedWithOrder(task)) {
    throw new Refusal("order_stays", {})
  }
  return UNCHANGED
}
