import type { AttemptChannel, AttemptOutcome } from "../../../../desk/attempts"
import type { WaitingReason } from "../../../../modules/follow-up"
import type { Instant } from "./task"

/** What the body of every command on a task may have. */
export type AdminCommandFollowUp = {
  /**
   * Do it although somebody else is calling the customer at this moment, which
   * is refused with `being_called` otherwise.
   */
  despite_call?: boolean
}

/** `POST /admin/follow-ups/:id/assign` */
export type AdminAssignFollowUp = AdminCommandFollowUp & {
  assignee_id: string | null
  /** At most 5,000 characters. */
  note?: string
}

/** `POST /admin/follow-ups/:id/claim` */
export type AdminClaimFollowUp = AdminCommandFollowUp

/**
 * `POST /admin/follow-ups/:id/calling`: the caller is calling the customer. It
 * lasts until an attempt is recorded or for fifteen minutes.
 */
export type AdminCallFollowUp = AdminCommandFollowUp

/** `POST /admin/follow-ups/:id/attempts` */
export type AdminRecordFollowUpAttempt = AdminCommandFollowUp & {
  channel: AttemptChannel
  outcome: AttemptOutcome
  /** At most 5,000 characters. */
  note?: string
  /** Required for `call_back_later`; must be in the future. */
  call_back_at?: Instant
  /** With outcome `reached`: completes the task in the same command. */
  complete_with?: string
  /** The customer's number, if `complete_with` asks for it. */
  phone?: string
  /** The other fields that `complete_with` asks for. */
  answers?: Record<string, string | number>
  /**
   * With outcome `message_sent`: is sent by the notification provider of
   * `channel`. Without it, a person has sent something by other means.
   */
  message?: {
    /** An e-mail address, or a phone number. */
    to: string
    /** Required for e-mail: one line of at most 989 characters. */
    subject?: string
    /** At most 20,000 characters by e-mail, 4,096 by messenger, 1,600 by SMS. */
    text: string
  }
}

/** `POST /admin/follow-ups/:id/wait` */
export type AdminWaitFollowUp = AdminCommandFollowUp & {
  /** In the future, at most a year ahead. */
  until: Instant
  reason?: WaitingReason
  note?: string
}

/** `POST /admin/follow-ups/:id/resume` */
export type AdminResumeFollowUp = AdminCommandFollowUp

/** `POST /admin/follow-ups/:id/complete` */
export type AdminCompleteFollowUp = AdminCommandFollowUp & {
  /** One of the task's `allowed_outcomes`. */
  outcome: string
  note?: string
  /** Required if the outcome asks for it. */
  phone?: string
  /** The other fields that the outcome asks for. */
  answers?: Record<string, string | number>
}

/** `POST /admin/follow-ups/:id/cancel` */
export type AdminCancelFollowUp = AdminCommandFollowUp & {
  /**
   * A reason that is offered to people, see `cancel_reasons` of the task types.
   */
  reason: string
  note?: string
}

/** `POST /admin/follow-ups/:id/reopen` */
export type AdminReopenFollowUp = AdminCommandFollowUp & { note?: string }

/** `POST /admin/follow-ups/:id/notes` */
export type AdminNoteFollowUp = { note: string }
