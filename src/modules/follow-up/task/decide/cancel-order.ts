import { isActive } from "../is-active"
import type { TaskType } from "../../rules/playbooks/task-types"
import { noticeOf } from "../order-notices"
import type { Task } from "../task"
import { type Decision, type Situation, UNCHANGED } from "./decision"
import { Refusal } from "../../../../refusals"

/**
 * Whether a person may have the order of this task canceled: as long as the
 * task is active, and after an outcome that says that something is wrong with
 * the order. One that was confirmed meanwhile is not canceled by somebody who
 * has not seen that yet.
 */
export function mayCancelOrder(task: Task, type: TaskType): boolean {
  return (
    task.order_id !== null && (isActive(task) || noticeOf(task, type) !== null)
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
export function cancelOrder({ task, type }: Situation): Decision {
  if (!mayCancelOrder(task, type) && !isClosedWithOrder(task)) {
    throw new Refusal("order_stays", {})
  }
  return UNCHANGED
}
