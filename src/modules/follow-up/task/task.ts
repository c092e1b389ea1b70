import { type Contact } from "../contact/contact"
import type { Deadline, FallbackKind } from "../../../desk/playbook"
import type { AttemptOutcome } from "../../../desk/attempts"

/** The order of a task. */
export type OrderReference = {
  order_id: string | null
  order_display_id: number | null
  currency_code: string | null
  /** In major units, tax included. */
  order_total: number | null
  /** What the customer wrote with the order. */
  customer_comment: string | null
}

/** Where the order was placed, which decides the calendar of its tasks. */
export type OrderPlace = {
  sales_channel_id: string | null
  stock_location_id: string | null
  region_id: string | null
  /** The language of the order, as a language tag. */
  locale: string | null
}

/** Consecutive unsuccessful attempts, by outcome. */
export type Ladder = Partial<Record<AttemptOutcome, number>>

/**
 * A period in which a task's clock counted, and the calendar that it used:
 * JSON, with its instants in ISO 8601.
 */
export type ClockRun = {
  from: string
  until: string
  /** Business seconds, always positive. */
  seconds: number
  calendar_id: string
  calendar_version: number
}

/**
 * The inputs of a deadline: a moment, the time banked by then, and the business
 * time from there on, in a calendar. JSON, with its instant in ISO 8601.
 */
export type DeadlineBasis = {
  from: string
  banked_seconds: number
  business_seconds: number
  calendar_id: string
  calendar_version: number
}

/** A follow-up task. */
export type Task = Contact &
  OrderReference &
  OrderPlace & {
    id: string
    /** Whose call it belongs to. */
    person_id: string
    type: string
    status: TaskStatus
    dedupe_key: string | null
    /** Data that its kind of work stores with it, as JSON. */
    data: Record<string, unknown>
    assignee_id: string | null
    /** Who is calling its person, and since when; see `callingNow`. */
    calling_by: string | null
    calling_since: Date | null
    /** An index into `PRIORITIES`. */
    priority: number
    playbook_id: string
    playbook_version: number
    calendar_id: string
    calendar_version: number
    opened_at: Date
    response_target_at: Date
    response_limit_at: Date
    resolution_limit_at: Date | null
    /**
     * Empty for deadlines that were computed before their inputs were stored.
     */
    basis: Partial<Record<Deadline, DeadlineBasis>>
    /** Business time used before `running_since`, in chronological order. */
    runs: ClockRun[]
    /** When the clock last started; null while it is paused or stopped. */
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
    /** The task's fallback, once its attempts were used up. */
    fallback: FallbackKind | null
    outcome: string | null
    completed_at: Date | null
    canceled_at: Date | null
    cancel_reason: string | null
    created_at: Date
    updated_at: Date
  }

/** `completed` and `canceled` tasks can be reopened. */
export const TASK_STATUSES = [
  "open",
  "waiting",
  "completed",
  "canceled",
] as const

export type TaskStatus = (typeof TASK_STATUSES)[number]

/** Why a task is waiting. */
export const WAITING_REASONS = [
  "next_attempt",
  "call_back",
  "customer_reply",
  "new_number",
  "other",
] as const

export type WaitingReason = (typeof WAITING_REASONS)[number]
