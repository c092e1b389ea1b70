/** The life of a task. `completed` and `canceled` can be reopened. */
export const TASK_STATUSES = [
  "open",
  "waiting",
  "completed",
  "canceled",
] as const
export type TaskStatus = (typeof TASK_STATUSES)[number]

/** How a person tried to reach the customer. */
export const ATTEMPT_CHANNELS = ["phone", "email", "sms", "messenger"] as const
export type AttemptChannel = (typeof ATTEMPT_CHANNELS)[number]

/**
 * How an attempt ended. `reached` and `call_back_later` spoke with the
 * customer; `message_sent` is a text on its way, which nobody has answered yet.
 */
export const ATTEMPT_OUTCOMES = [
  "reached",
  "call_back_later",
  "no_answer",
  "busy",
  "voicemail",
  "wrong_number",
  "message_sent",
] as const
export type AttemptOutcome = (typeof ATTEMPT_OUTCOMES)[number]

/** Why a waiting task waits. */
export const WAITING_REASONS = [
  "next_attempt",
  "call_back",
  "customer_reply",
  "new_number",
  "other",
] as const
export type WaitingReason = (typeof WAITING_REASONS)[number]

/** Why a task was canceled. People choose among these; a note says the rest. */
export const CANCEL_REASONS = [
  "order_canceled",
  "order_deleted",
  "customer_deleted",
  "duplicate",
  "not_needed",
  "other",
] as const
export type CancelReason = (typeof CANCEL_REASONS)[number]

/** How soon a task wants a person, beside its deadlines: the queue's first order. */
export const PRIORITIES = ["low", "normal", "high", "urgent"] as const
export type Priority = (typeof PRIORITIES)[number]

/** What may open tasks. `manual`: only the shop's own code does. */
export const TRIGGERS = ["order_placed", "customer_created", "manual"] as const
export type Trigger = (typeof TRIGGERS)[number]

/** A moment that a task is to be answered or completed by. */
export const DEADLINES = [
  "response_target",
  "response_limit",
  "resolution_limit",
] as const
export type Deadline = (typeof DEADLINES)[number]

/** What a calendar may be bound to, the narrowest first: the first that fits applies. */
export const CALENDAR_SCOPES = [
  "sales_channel",
  "stock_location",
  "region",
  "task_type",
] as const
export type CalendarScope = (typeof CALENDAR_SCOPES)[number]

/** What a task turns to once its attempts are used up. */
export const FALLBACKS = [
  "message_customer",
  "hand_over",
  "cancel_order",
] as const
export type FallbackKind = (typeof FALLBACKS)[number]

/** What leaves after a commit, by what takes it. */
export const OUTBOX_KINDS = ["event", "notification", "action"] as const
export type OutboxKind = (typeof OUTBOX_KINDS)[number]

/** One entry of a task's history. */
export const ACTIVITY_KINDS = [
  "opened",
  "assigned",
  "attempted",
  "withdrawn",
  "waiting",
  "resumed",
  "completed",
  "canceled",
  "reopened",
  "noted",
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

/**
 * - `running`: the response timer counts
 * - `closed`: it stands still, because the shop is closed
 * - `waiting`: nothing is due before `waiting_until`
 * - `due`: answered before, and the next attempt is due
 * - `met`: answered, and nothing further is due
 * - `stopped`: completed or canceled
 */
export type TimerState =
  "running" | "closed" | "waiting" | "due" | "met" | "stopped"

/**
 * - `on_track`: the response target is still ahead, and the limit not near
 * - `at_risk`: the target was missed, or a next attempt is due
 * - `critical`: five business minutes or less are left to the response limit
 * - `breached`: the response limit passed unmet
 */
export type TimerLevel = "on_track" | "at_risk" | "critical" | "breached"

/** The tabs of the queue. */
export const QUEUE_TABS = ["now", "mine", "waiting", "late", "all"] as const
export type QueueTab = (typeof QUEUE_TABS)[number]
