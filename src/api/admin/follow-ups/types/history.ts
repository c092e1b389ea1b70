import type { AttemptOutcome } from "../../../../desk/attempts"
import type {
  ActivityKind,
  Deadline,
  EscalationAction,
  FallbackKind,
  SkipReason,
  WaitingReason,
} from "../../../../modules/follow-up"
import type {
  AdminFollowUpPerson,
  AdminFollowUpResponse,
  Instant,
} from "./task"

export type AdminFollowUpAttempt = {
  id: string
  task_id: string
  channel: string
  outcome: AttemptOutcome
  note: string | null
  /** When the customer asked to be called, for `call_back_later`. */
  call_back_at: Instant | null
  attempted_at: Instant
  actor: AdminFollowUpPerson | null
  /** What was sent from the sheet; null if nothing was. */
  message: AdminFollowUpMessage | null
}

/** A message to the customer, as it was sent. */
export type AdminFollowUpMessage = {
  /** An e-mail address, or a phone number in E.164. */
  to: string
  /** Of an e-mail. */
  subject: string | null
  text: string
  status: "pending" | "sent" | "failed"
  /** Why it could not be sent, in the provider's words. */
  error: string | null
}

export type AdminFollowUpActivity = {
  id: string
  task_id: string
  kind: ActivityKind
  /** Its keys depend on `kind`. */
  data: AdminFollowUpActivityData
  /** The person, or null for the shop's events and the clock. */
  actor: AdminFollowUpPerson | null
  occurred_at: Instant
}

export type AdminFollowUpActivityData = {
  assignee?: AdminFollowUpPerson | null
  /**
   * With `assigned`: the task became unassigned because its user was deleted.
   */
  user_deleted?: boolean
  channel?: string
  outcome?: string
  note?: string
  until?: Instant | null
  waiting_reason?: WaitingReason
  reason?: string
  /** With `message_failed`: what the provider said. */
  error?: string
  /** With `updated`: one of the task types' `changes`. */
  change?: string
  /**
   * With `completed`, `canceled`, `resumed` and `updated`: the customer did it
   * without us, as by a link.
   */
  by_customer?: true
  /** With `resumed`: the customer did not answer while they could. */
  no_reply?: true
  /** With `breached`: `resolution_limit`; if omitted, the response limit. */
  deadline?: Deadline
  /** With `escalated` and `escalation_skipped`: the step of the playbook. */
  step_id?: string
  action?: EscalationAction
  skipped?: SkipReason
  fallback?: FallbackKind
  /** With `completed`: the fields that the outcome asked for. */
  answers?: Record<string, string | number>
  /** Why a safe order needed no call. */
  reasons?: string[]
  /** With `opened`: a safe order that is called anyway, as a sample. */
  audit?: boolean
  /**
   * With `opened` and `rules_changed`: the playbook that applies from then on.
   */
  playbook?: { id: string; name: string; version: number }
  calendar?: { id: string; name: string; version: number }
}

/** `GET /admin/follow-ups/:id` */
export type AdminFollowUpDetailResponse = AdminFollowUpResponse & {
  /** Newest first. */
  attempts: AdminFollowUpAttempt[]
  /** Newest first. */
  activities: AdminFollowUpActivity[]
}
