import type { Task } from "../task"

/** A row of `follow_up_task` as the driver returns it: instants as text. */
export type TaskRow = {
  [Column in keyof Task]: Task[Column] extends Date
    ? string
    : Task[Column] extends Date | null
      ? string | null
      : Column extends "order_total"
        ? string | null
        : Task[Column]
}

export const TASK_COLUMNS = [
  "id",
  "type",
  "status",
  "dedupe_key",
  "order_id",
  "order_display_id",
  "currency_code",
  "order_total",
  "customer_id",
  "customer_name",
  "email",
  "phone",
  "phone_e164",
  "country_code",
  "assignee_id",
  "playbook_id",
  "playbook_version",
  "calendar_id",
  "opened_at",
  "response_target_at",
  "response_limit_at",
  "responded_at",
  "first_contact_at",
  "due_at",
  "waiting_since",
  "waiting_until",
  "waiting_reason",
  "attempt_count",
  "outcome",
  "completed_at",
  "canceled_at",
  "cancel_reason",
  "created_at",
  "updated_at",
] as const satisfies readonly (keyof Task)[]

export function toTask(row: TaskRow): Task {
  return {
    ...row,
    order_total: row.order_total === null ? null : Number(row.order_total),
    opened_at: instant(row.opened_at),
    response_target_at: instant(row.response_target_at),
    response_limit_at: instant(row.response_limit_at),
    responded_at: instantOrNull(row.responded_at),
    first_contact_at: instantOrNull(row.first_contact_at),
    due_at: instantOrNull(row.due_at),
    waiting_since: instantOrNull(row.waiting_since),
    waiting_until: instantOrNull(row.waiting_until),
    completed_at: instantOrNull(row.completed_at),
    canceled_at: instantOrNull(row.canceled_at),
    created_at: instant(row.created_at),
    updated_at: instant(row.updated_at),
  }
}

export function instant(text: string | Date): Date {
  return new Date(text)
}

export function instantOrNull(text: string | Date | null): Date | null {
  return text === null ? null : new Date(text)
}
