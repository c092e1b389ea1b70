import { type EscalationAction, PRIORITIES } from "../../../../desk/playbook"
import type { DeadlineStep } from "../clock/timer-step"
import { eventData } from "../events"
import type { EscalationNotice, OutboxItem } from "../outbox"
import type { Task } from "../task"
import type { ActivityData } from "./decision"

export type Notify = Extract<EscalationAction, { kind: "notify" }>

/** What an action changes and sends, and its entry in the history. */
type ActionDone = {
  changes: Partial<Task>
  outbox: OutboxItem[]
  data?: ActivityData
}

/** Applies one step of the playbook's escalation. */
export function applyAction(
  action: EscalationAction,
  step: DeadlineStep,
  task: Task,
  now: Date
): ActionDone {
  switch (action.kind) {
    case "notify": {
      const told = toldUser(action, task)
      const data = noticeOf(step, task, now, told, action.email)
      return {
        changes: {},
        outbox: [{ kind: "notification", name: "escalation", data }],
      }
    }
    case "raise_priority":
      return {
        changes: { priority: PRIORITIES.indexOf(action.priority) },
        outbox: [],
      }
    case "reassign":
      return {
        changes: { assignee_id: action.assignee_id },
        data: { assignee_id: action.assignee_id },
        outbox: [],
      }
    case "emit_event":
      return {
        changes: {},
        outbox: [{ kind: "event", name: action.event, data: eventData(task) }],
      }
    case "custom":
      return {
        changes: {},
        outbox: [
          {
            kind: "action",
            name: action.name,
            data: noticeOf(step, task, now),
          },
        ],
      }
  }
}

function noticeOf(
  { escalation, deadline, deadline_at, fires_at }: DeadlineStep,
  task: Task,
  now: Date,
  user_id: string | null = null,
  email = false
): EscalationNotice {
  // Field by field: with a spread, a tick fires some 10% fewer timers.
  return {
    id: task.id,
    type: task.type,
    order_id: task.order_id,
    customer_id: task.customer_id,
    order_display_id: task.order_display_id,
    step_id: escalation?.id ?? "",
    deadline,
    deadline_at: deadline_at.toISOString(),
    is_warning: fires_at < deadline_at && now <= deadline_at,
    user_id,
    email,
  }
}

/** The recipient of a notice; null for everyone. */
export function toldUser(
  action: Notify,
  task: Pick<Task, "assignee_id">
): string | null {
  switch (action.audience) {
    case "assignee":
      return task.assignee_id
    case "user":
      return action.user_id ?? null
    case "everyone":
      return null
  }
}
