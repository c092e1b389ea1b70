import type { Task } from "./task"
import type { ActivityKind } from "./activity"

/** The events that the plugin emits. */
export const FollowUpEvents = {
  OPENED: "follow-up.opened",
  ATTEMPTED: "follow-up.attempted",
  COMPLETED: "follow-up.completed",
  CANCELED: "follow-up.canceled",
  REOPENED: "follow-up.reopened",
  TARGET_MISSED: "follow-up.target_missed",
  BREACHED: "follow-up.breached",
} as const

type FollowUpEventName = (typeof FollowUpEvents)[keyof typeof FollowUpEvents]

/** Identifies a task's subject, without personal data. */
export type TaskReference = {
  id: string
  type: string
  order_id: string | null
  customer_id: string | null
}

export type FollowUpEventData = TaskReference & {
  /** The outcome, or null while the task is not completed. */
  outcome: string | null
}

type FollowUpEvent = {
  kind: "event"
  name: FollowUpEventName
  data: FollowUpEventData
}

const EVENT_OF_ACTIVITY: Partial<Record<ActivityKind, FollowUpEventName>> = {
  opened: FollowUpEvents.OPENED,
  attempted: FollowUpEvents.ATTEMPTED,
  completed: FollowUpEvents.COMPLETED,
  canceled: FollowUpEvents.CANCELED,
  reopened: FollowUpEvents.REOPENED,
  target_missed: FollowUpEvents.TARGET_MISSED,
  breached: FollowUpEvents.BREACHED,
}

/** The event for an activity, if there is one. */
export function eventOf(kind: ActivityKind, task: Task): FollowUpEvent | null {
  const name = EVENT_OF_ACTIVITY[kind]
  return name
    ? {
        kind: "event",
        name,
        data: eventData(task),
      }
    : null
}

/** The payload of a task's events, without personal data. */
export function eventData({
  id,
  type,
  order_id,
  customer_id,
  outcome,
}: Task): FollowUpEventData {
  return { id, type, order_id, customer_id, outcome }
}
