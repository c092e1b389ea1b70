import type { OrderDeed } from "../../../../desk/kind"
import type { DeliveryWindowHealth } from "../../../../modules/delivery-window"
import type { Health } from "../../../../modules/follow-up"
import type { AdminFollowUpPerson, Instant } from "./task"

/** `POST /admin/follow-ups/language`, and the response. */
export type AdminFollowUpLanguage = {
  /** A language tag such as `uk` or `pt-BR`. */
  language: string
}
export type AdminFollowUpLanguageResponse = AdminFollowUpLanguage

/** `GET /admin/follow-ups/health`; ages and times are in seconds. */
export type AdminFollowUpHealthResponse = {
  health: Health & { delivery_windows: DeliveryWindowHealth }
  now: Instant
}

/** `GET /admin/follow-ups/task-types` */
export type AdminFollowUpTaskTypesResponse = {
  task_types: AdminFollowUpTaskType[]
  /** Why a task may be canceled. */
  cancel_reasons: {
    reason: string
    label: Record<string, string>
    /** Whether a person may choose it. */
    is_offered: boolean
  }[]
  /** What the history of a task may say has changed. */
  changes: { change: string; label: Record<string, string> }[]
  /**
   * The names, by language, of the calendar, the playbooks and the canned
   * answers that the plugin and its extensions bring. They are stored in one
   * language; show whatever has one of them in the reader's.
   */
  built_in_names: Record<string, string>[]
}

export type AdminFollowUpTaskType = {
  type: string
  /** The kind of work that declares it. */
  kind: string
  /** By language. */
  label: Record<string, string>
  /** Whether one of its playbooks is switched on. */
  enabled: boolean
  /** What it collects from the customer. */
  gets: "phone" | null
  /** The outcomes that it may be completed with, the usual one first. */
  outcomes: AdminFollowUpOutcome[]
}

export type AdminFollowUpOutcome = {
  outcome: string
  /** By language. */
  label: Record<string, string>
  /** Whether the customer was spoken to. */
  group: "reached" | "not_reached"
  /** The fields that the person is asked for with this outcome. */
  asks: {
    field: string
    label: Record<string, string>
    kind: "phone" | "text" | "number" | "date"
    is_required: boolean
  }[]
  /** The section of the sheet in which it is done, which records it. */
  done_in: string | null
  /** What the sheet offers to do to the order next. */
  leads_to: OrderDeed | null
}

/** `GET /admin/follow-ups/assignees`: the users a task can be given to. */
export type AdminFollowUpAssigneesResponse = {
  assignees: AdminFollowUpPerson[]
  count: number
  limit: number
  offset: number
}
