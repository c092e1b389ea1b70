import { type Contact } from "../contact/contact"
import type { Deadline, FallbackKind } from "../../../desk/playbook"
import type { AttemptOutcome } from "../../../desk/attempts"

/** The order that a task is about. */
export type OrderReference = {
  order_id: string | null
  order_display_id: number | null
  currency_code: string | null
  /** In major units, tax included. */
  order_total: number | null
}

/** Where the order was placed, which decides the calendar of its tasks. */
export type OrderPlace = {
  sales_channel_id: string | null
  stock_location_id: string | null
  region_id: string | null
  /** The language that the customer ordered in, as a language tag. */
  locale: string | null
}

/** Attempts in a row that reached nobody, by how they ended. */
export type Ladder = Partial<Record<AttemptOutcome, number>>

/**
 * A stretch of time in which a task's clock counted, and the calendar that it
 * counted in: JSON, its instants in ISO 8601.
 */
export type ClockRun = {
  from: string
  until: string
  /** Business seconds: more than none. */
  seconds: number
  calendar_id: string
  calendar_version: number
}

/**
 * What a deadline was made from: a moment, what had been banked by then, and
 * the business time from there on, in a calendar. JSON, its instant in ISO 8601.
 */
export type DeadlineBasis = {
  from: string
  banked_seconds: number
  business_seconds: number
  calendar_id: string
  calendar_version: number
}

/** A follow-up task as the rules see it. */
export type Task = Contact &
  OrderReference &
  OrderPlace & {
    id: string
    type: string
    status: TaskStatus
    dedupe_key: string | null
    /** What its kind of work keeps with it, as JSON. */
    data: Record<string, unknown>
    assignee_id: string | null
    /** Its place in `PRIORITIES`. */
    priority: number
    playbook_id: string
    playbook_version: number
    calendar_id: string
    calendar_version: number
    opened_at: Date
    response_target_at: Date
    response_limit_at: Date
    resolution_limit_at: Date | null
    /** None for a deadline that was made before this was kept. */
    basis: Partial<Record<Deadline, DeadlineBasis>>
    /** Business time that had been used before `running_since`, in order of time. */
    runs: ClockRun[]
    /** Since when the clock counts; null while it is paused or stopped. */
    running_since: Date | null
    responded_at: Date | null
    first_contact_at: Date | null
    due_at: Date | null
    waiting_since: Date | null
    waiting_until: Date | null
    waiting_reason: WaitingReason | null
    attempt_count: number
    ladder: Ladder
    /** Numbers at which somebody else answered, as they were typed. */
    wrong_phones: string[]
    /** What the task turned to once its attempts were used up. */
    fallback: FallbackKind | null
    outcome: string | null
    completed_at: Date | null
    canceled_at: Date | null
    cancel_reason: string | null
    created_at: Date
    updated_at: Date
  }

/** The life of a task. `completed` and `canceled` can be reopened. */
export const TASK_STATUSES = [
  "open",
  "waiting",
  "completed",
  "canceled",
] as const

export type TaskStatus = (typeof TASK_STATUSES)[number]

/** Why a waiting task waits. */
export const WAITING_REASONS = [
  "next_attempt",
  "call_back",
  "customer_reply",
  "new_number",
  "other",
] as const

export type WaitingReason = (typeof WAITING_REASONS)[number]
