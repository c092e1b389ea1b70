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
  | Complete
  | { kind: "cancel"; reason: string; note: string | null; at?: Date }
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
}
