import type { AttemptChannel, AttemptOutcome } from "../../desk/attempts"
import { type CommandInput, commandWorkflow } from "./command-workflow"

export type RecordAttemptInput = CommandInput & {
  channel: AttemptChannel
  outcome: AttemptOutcome
  note?: string | null
  /** The time that the customer named, for `call_back_later`. */
  call_back_at?: Date | string | null
  /** With `reached`: the outcome that completes the task at once. */
  complete_with?: string | null
  /** The number that the customer gave, where the outcome asks for it. */
  phone?: string | null
  /** What else the outcome asks for, by field. */
  answers?: Record<string, string | number>
}

/**
 * Records a try to reach the customer. The first one meets the response timer;
 * one that reached nobody puts the task to waiting until the next is due.
 *
 * @throws NOT_ALLOWED on a closed task, or where the fields do not fit together
 */
export const recordAttemptWorkflow = commandWorkflow<RecordAttemptInput>(
  "follow-ups-record-attempt",
  (input) => ({
    kind: "record_attempt",
    channel: input.channel,
    outcome: input.outcome,
    note: input.note ?? null,
    call_back_at: input.call_back_at ? new Date(input.call_back_at) : null,
    complete_with: input.complete_with ?? null,
    received_phone: input.phone?.trim() || null,
    ...(input.answers && { answers: input.answers }),
  })
)
