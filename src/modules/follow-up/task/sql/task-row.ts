import type { Task } from "../task"

/**
 * A row of `follow_up_task` as the driver returns it, with instants as text.
 */
export type TaskRow = {
  [Column in keyof Task]: Task[Column] extends Date
    ? string
    : Task[Column] extends Date | null
      ? string | null
      : Column extends "order_total"
        ? string | null
        : Task[Column]
}

/** The columns that are read and written, with their PostgreSQL types. */
export const COLUMN_TYPES = {
  id: "text",
  person_id: "text",
  type: "text",
  status: "text",
  dedupe_key: "text",
  data: "jsonb",
  order_id: "text",
  order_display_id: "int",
  currency_code: "text",
  order_total: "numeric",
  customer_comment: "text",
  customer_id: "text",
  customer_name: "text",
  email: "text",
  phone: "text",
  phone_e164: "text",
  country_code: "text",
  sales_channel_id: "text",
  stock_location_id: "text",
  region_id: "text",
  locale: "text",
  assignee_id: "text",
  calling_by: "text",
  calling_since: "timestamptz",
  priority: "int",
  playbook_id: "text",
  playbook_version: "int",
  calendar_id: "text",
  calendar_version: "int",
  opened_at: "timestamptz",
  response_target_at: "timestamptz",
  response_limit_at: "timestamptz",
  resolution_limit_at: "timestamptz",
  basis: "jsonb",
  runs: "jsonb",
  running_since: "timestamptz",
  responded_at: "timestamptz",
  first_contact_at: "timestamptz",
  due_at: "timestamptz",
  waiting_since: "timestamptz",
  waiting_until: "timestamptz",
  waiting_reason: "text",
  attempt_count: "int",
  ladder: "jsonb",
  wrong_phones: "jsonb",
  fallback: "text",
  outcome: "text",
  completed_at: "timestamptz",
  canceled_at: "timestamptz",
  cancel_reason: "text",
  created_at: "timestamptz",
  updated_at: "timestamptz",
} as const satisfies Record<keyof Task, string>

export const TASK_COLUMNS = Object.keys(COLUMN_TYPES)

export function toTask(row: TaskRow): Task {
  return {
    ...row,
    order_total: row.order_total === null ? null : Number(row.order_total),
    calling_since: instantOrNull(row.calling_since),
    opened_at: instant(row.opened_at),
    response_target_at: instant(row.response_target_at),
    response_limit_at: instant(row.response_limit_at),
    resolution_limit_at: instantOrNull(row.resolution_limit_at),
    running_since: instantOrNull(row.running_since),
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

/** Parses columns of a task that were stored as JSON. */
export function parseChanges(json: string): Partial<Task> {
  const columns: Record<string, unknown> = JSON.parse(json)
  return Object.fromEntries(
    Object.entries(columns).map(([column, value]) => [
      column,
      INSTANTS.has(column) && typeof value === "string"
        ? new Date(value)
        : value,
    ])
  )
}

const INSTANTS: ReadonlySet<string> = new Set(
  Object.entries(COLUMN_TYPES).flatMap(([column, type]) =>
    type === "timestamptz" ? [column] : []
  )
)

export function instant(text: string | Date): Date {
  return new Date(text)
}

export function instantOrNull(text: string | Date | null): Date | null {
  return text === null ? null : new Date(text)
}
