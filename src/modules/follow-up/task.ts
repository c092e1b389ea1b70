import type { CancelReason, TaskStatus, WaitingReason } from "./vocabulary"

/** Whom a task is about, as the order or the customer record says. */
export type Contact = {
  customer_id: string | null
  customer_name: string | null
  email: string | null
  /** As typed. */
  phone: string | null
  /** `+380671234567`; null where the typed number is not a valid one. */
  phone_e164: string | null
  /** ISO 3166-1 alpha-2, lower case. */
  country_code: string | null
}

/** The order that a task is about. */
export type OrderReference = {
  order_id: string | null
  order_display_id: number | null
  currency_code: string | null
  /** In major units, tax included. */
  order_total: number | null
}

/** A follow-up task as the rules see it. */
export type Task = Contact &
  OrderReference & {
    id: string
    type: string
    status: TaskStatus
    dedupe_key: string | null
    assignee_id: string | null
    playbook_id: string
    playbook_version: number
    calendar_id: string
    opened_at: Date
    response_target_at: Date
    response_limit_at: Date
    responded_at: Date | null
    first_contact_at: Date | null
    due_at: Date | null
    waiting_since: Date | null
    waiting_until: Date | null
    waiting_reason: WaitingReason | null
    attempt_count: number
    outcome: string | null
    completed_at: Date | null
    canceled_at: Date | null
    cancel_reason: CancelReason | null
    created_at: Date
    updated_at: Date
  }
