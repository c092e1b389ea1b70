/** One entry of a task's history. */
export const ACTIVITY_KINDS = [
  "opened",
  "assigned",
  "calling",
  "hung_up",
  "attempted",
  "message_failed",
  "withdrawn",
  "waiting",
  "resumed",
  "completed",
  "canceled",
  "reopened",
  "joined",
  "noted",
  "updated",
  "contact_changed",
  "order_changed",
  "target_missed",
  "breached",
  "escalated",
  "escalation_skipped",
  "attempts_used_up",
  "rules_changed",
] as const

export type ActivityKind = (typeof ACTIVITY_KINDS)[number]
