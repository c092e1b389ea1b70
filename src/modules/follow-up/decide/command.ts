import type { Contact, OrderReference } from "../task"
import type { TimerStep } from "../timer-step"
import type {
  AttemptChannel,
  AttemptOutcome,
  CancelReason,
  WaitingReason,
} from "../vocabulary"

/** Everything that can happen to an existing task. */
export type Command =
  | { kind: "assign"; assignee_id: string | null }
  | { kind: "claim" }
  | RecordAttempt
  | { kind: "wait"; until: Date; reason: WaitingReason; note: string | null }
  | { kind: "resume" }
  | Complete
  | { kind: "cancel"; reason: CancelReason; note: string | null; at?: Date }
  | { kind: "reopen"; note: string | null }
  | { kind: "note"; note: string }
  | { kind: "refresh"; facts: Contact & OrderReference }
  | { kind: "fire"; step: TimerStep }

export type RecordAttempt = {
  kind: "record_attempt"
  channel: AttemptChannel
  outcome: AttemptOutcome
  note: string | null
  call_back_at: Date | null
  /** Completes the task in the same command; only with `reached`. */
  complete_with: string | null
  /** The number that the customer gave, as typed. */
  received_phone: string | null
}

export type Complete = {
  kind: "complete"
  outcome: string
  note: string | null
  /** The number that the customer gave, as typed. */
  received_phone: string | null
  /** When it happened, if that was before now. */
  at?: Date
}
