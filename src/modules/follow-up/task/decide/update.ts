import { PRIORITIES, type Priority } from "../../../../desk/playbook"
import type { Task } from "../task"
import { activity, type Decision, type Situation, UNCHANGED } from "./decision"

/** Changes that a kind of work makes to one of its tasks. */
export type Update = {
  kind: "update"
  /** Replaces the task's data; unchanged if omitted. */
  data?: Task["data"]
  priority?: Priority
  /**
   * What the history says has changed, declared by the kind of work. Without data
   * and priority, it says so whatever the task has.
   */
  change?: string
  /** What the history says besides. */
  note?: string
  by_customer?: true
}

/** Changes a task's data and priority, whatever its state. */
export function update(
  { task, now }: Situation,
  { data, priority, change, note, by_customer }: Update
): Decision {
  const changes: Decision["changes"] = {}
  if (data && JSON.stringify(data) !== JSON.stringify(task.data)) {
    changes.data = data
  }
  const place = priority && PRIORITIES.indexOf(priority)
  if (place !== undefined && place !== task.priority) {
    changes.priority = place
  }
  const isTold = change !== undefined && !data && priority === undefined
  return Object.keys(changes).length === 0 && !isTold
    ? UNCHANGED
    : {
        changes,
        attempt: null,
        activities: [
          activity("updated", now, {
            ...(change !== undefined && { change }),
            ...(note !== undefined && { note }),
            ...(by_customer && { by_customer }),
          }),
        ],
      }
}
