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

export type FollowUpEventData = {
  id: string
  type: string
  order_id: string | null
  customer_id: string | null
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

/** The event that tells others of an activity, where there is one. */
export function eventOf(kind: ActivityKind, task: Task): FollowUpEvent | null {
  const name = EVENT_OF_ACTIVITY[kind]
  return name ? { kind: "event", name, data: eventData(task) } : null
}

/** What events say of a task: nothing personal. */
export function eventData({
  id,
  type,
  order_id,
  customer_id,
}: Task): FollowUpEventData {
  return { id, type, order_id, customer_id }
}
