import { isActive } from "../is-active"
import type { Task } from "../task"
import { cancel, reopen } from "./closing"
import { type Decision, type Situation, UNCHANGED } from "./decision"
import { Refusal } from "../../../../refusals"

/**
 * Whether a task was canceled so that its order is: it keeps the fallback that
 * said so.
 */
export function isCanceledWithOrder({
  status,
  fallback,
}: Pick<Task, "status" | "fallback">): boolean {
  return status === "canceled" && fallback === "cancel_order"
}

/**
 * Cancels a task whose attempts are used up, because somebody has its order
 * canceled: from here on nobody else can go on with it.
 */
export function cancelOrder(situation: Situation): Decision {
  const { task } = situation
  if (isCanceledWithOrder(task)) {
    return UNCHANGED
  }
  if (!isActive(task) || task.fallback !== "cancel_order" || !task.order_id) {
    throw new Refusal("order_stays", {})
  }
  const canceled = cancel(situation, {
    kind: "cancel",
    reason: "order_canceled",
    note: null,
  })
  return {
    ...canceled,
    changes: { ...canceled.changes, fallback: "cancel_order" },
  }
}

/** Brings back a task whose order was to be canceled with it, and was not. */
export function keepOrder(situation: Situation): Decision {
  const { task, now } = situation
  if (!isCanceledWithOrder(task)) {
    return UNCHANGED
  }
  const reopened = reopen(situation, null)
  return {
    ...reopened,
    changes: { ...reopened.changes, fallback: "cancel_order", due_at: now },
  }
}
