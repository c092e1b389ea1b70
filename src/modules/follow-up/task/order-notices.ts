import type { Label } from "../../../desk/kind"
import { outcomeOf, type TaskType } from "../rules/playbooks/task-types"
import { isActive } from "./is-active"
import type { Task } from "./task"
import { waitsForNumber } from "./waits-for-number"

/** Why an order had better not be packed. */
export type OrderNotice = {
  label: Label
  /**
   * `off`: the customer does not want the order. `stuck`: the customer was not
   * reached, or the call ended without an answer. `pending`: somebody is still
   * to call.
   */
  level: "off" | "stuck" | "pending"
  task: Task
}

type TypeOf = (task: Task) => TaskType

/**
 * What whoever packs an order is to know, from all of its tasks: one notice for
 * each type, the gravest first. Empty if all is well, or nothing was asked.
 */
export function orderNotices(
  tasks: readonly Task[],
  typeOf: TypeOf
): OrderNotice[] {
  const latest = new Map<string, Task>()
  for (const task of tasks) {
    const other = latest.get(task.type)
    if (task.status !== "canceled" && (!other || isNewer(task, other))) {
      latest.set(task.type, task)
    }
  }
  return [...latest.values()]
    .flatMap((task) => noticeOf(task, typeOf(task)) ?? [])
    .sort(
      (one, other) =>
        LEVELS.indexOf(one.level) - LEVELS.indexOf(other.level) ||
        // What it waits for is the reason, and comes first.
        Number(waitsForNumber(one.task)) - Number(waitsForNumber(other.task))
    )
}

const LEVELS: readonly OrderNotice["level"][] = ["off", "stuck", "pending"]

/** What is still to be done counts more than what was done. */
function isNewer(one: Task, other: Task): boolean {
  return isActive(one) === isActive(other)
    ? one.opened_at > other.opened_at
    : isActive(one)
}

/** The notice of one task; null if it says nothing about packing. */
export function noticeOf(task: Task, type: TaskType): OrderNotice | null {
  if (isActive(task)) {
    // Its attempts are used up: as good as unreachable, until somebody decides.
    const unreached =
      task.fallback !== null &&
      type.outcomes.find(({ group }) => group === "not_reached")?.order_notice
    return type.order_notice
      ? {
          label: unreached || type.order_notice,
          level: unreached ? "stuck" : "pending",
          task,
        }
      : null
  }
  const outcome =
    task.outcome === null ? undefined : outcomeOf(type, task.outcome)
  return task.status === "completed" && outcome?.order_notice
    ? {
        label: outcome.order_notice,
        level: outcome.leads_to === "cancel_order" ? "off" : "stuck",
        task,
      }
    : null
}
