import type { Answers } from "./answers"
import type { CallState } from "./call"
import type { Update } from "./update"
import type { CompiledCalendar } from "../../rules/rule-versions"
import type { PlaybookVersion } from "../../rules/playbooks/playbook"
import type { GivenMessage } from "../message"
import type { OrderReference, WaitingReason } from "../task"
import type { Contact } from "../../contact/contact"
import type { AttemptChannel, AttemptOutcome } from "../../../../desk/attempts"

/** Everything that can happen to an existing task. */
export type Command =
  | { kind: "assign"; assignee_id: string | null; note?: string | null }
  | { kind: "claim" }
  /** Whoever presses Call has the call, and others see it. */
  | { kind: "start_calling" }
  /** The call ended, and nobody says how. */
  | { kind: "hang_up" }
  /** This user was deleted: the task becomes unassigned if it was theirs. */
  | { kind: "release"; user_id: string }
  | RecordAttempt
  /** The last attempt was recorded by mistake. */
  | { kind: "withdraw_attempt" }
  | { kind: "wait"; until: Date; reason: WaitingReason; note: string | null }
  | { kind: "resume" }
  | CustomerAnswered
  | NoReply
  | Complete
  | Deed
  | {
      kind: "cancel"
      reason: string
      note: string | null
      at?: Date
      /** The customer brought it about without us, as by a link. */
      by_customer?: true
    }
  /** A person asks to have the order canceled: the task's fallback. */
  | { kind: "cancel_order" }
  | { kind: "reopen"; note: string | null }
  | { kind: "note"; note: string }
  | Update
  | { kind: "refresh"; facts: Contact & OrderReference }
  /** There is no number left to call: the task falls back. */
  | { kind: "give_up_calling" }
  | MessageFailed
  /** It belongs to a call of which this is true. */
  | { kind: "join"; call: Partial<CallState> }
  /**
   * The rules were changed: the task moves to the new ones. Of a call, the task
   * that leads says how long it waits.
   */
  | { kind: "change_rules"; rules: NewRules; leads?: boolean }
  /** The timer runs whatever is due. */
  | { kind: "fire" }

/** The versions to which a task is moved. */
export type NewRules = {
  playbook: PlaybookVersion
  calendar: CompiledCalendar
}

export type RecordAttempt = {
  kind: "record_attempt"
  channel: AttemptChannel
  outcome: AttemptOutcome
  note: string | null
  call_back_at: Date | null
  /** Completes the task in the same command; only with `reached`. */
  complete_with: string | null
  /** The customer's number, as typed. */
  received_phone: string | null
  /** The other fields that the outcome asks for. */
  answers?: Answers
  /** With `message_sent`: what to send; without it, a person sent something. */
  message?: GivenMessage
  /** It is known from what was done for the customer: see `Deed`. */
  by_deed?: true
}

/**
 * A person has done something for the customer, as agreed with them in the call:
 * the customer was reached. What one person does in one call is one attempt.
 */
export type Deed = {
  kind: "deed"
  /** Completes the task with it; null if there is more to settle. */
  outcome: string | null
  note: string | null
  /** The customer's number, as typed. */
  received_phone: string | null
  /** The other fields that the outcome asks for. */
  answers?: Answers
}

/** The customer has answered without us, as by a link. */
export type CustomerAnswered = {
  kind: "customer_answered"
  /** Somebody has to talk to them now, whatever the call waits for. */
  needs_call: boolean
  /** When they did; waits that began later go on. Left out: now. */
  answered_at?: Date
}

/** What the customer was asked to answer without us can no longer be answered. */
export type NoReply = {
  kind: "no_reply"
  asked_at: Date
  ended_at: Date
}

/** The message of an attempt could not be sent. */
export type MessageFailed = {
  kind: "message_failed"
  attempt_id: string
  channel: AttemptChannel
  /** What the provider said. */
  error: string
}

export type Complete = {
  kind: "complete"
  outcome: string
  note: string | null
  /** The customer's number, as typed. */
  received_phone: string | null
  /** The other fields that the outcome asks for. */
  answers?: Answers
  /** When it happened, if not now. */
  at?: Date
  /** The customer did it without us, as by a link. */
  by_customer?: true
}
