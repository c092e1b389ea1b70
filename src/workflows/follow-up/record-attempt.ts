import type { AttemptChannel, AttemptOutcome } from "../../desk/attempts"
import { momentOf } from "../../refusals"
import { type CommandInput, commandWorkflow } from "./command-workflow"

export type RecordAttemptInput = CommandInput & {
  channel: AttemptChannel
  outcome: AttemptOutcome
  note?: string | null
  /** The time that the customer named, for `call_back_later`. */
  call_back_at?: Date | string | null
  /** With `reached`: the outcome with which to complete the task at once. */
  complete_with?: string | null
  /** The customer's number, if the outcome asks for it. */
  phone?: string | null
  /** The other fields that the outcome asks for. */
  answers?: Record<string, string | number>
  /**
   * With `message_sent`: sent after the change is stored, by the provider that
   * Medusa's notification module has for the channel.
   */
  message?: { to: string; subject?: string | null; text: string }
}

/**
 * Records an attempt to reach the customer. The first one meets the response
 * timer; an unsuccessful one makes the task wait until the next is due.
 *
 * @throws NOT_ALLOWED on a closed task, or if the fields do not fit together
 */
export const recordAttemptWorkflow = commandWorkflow<RecordAttemptInput>(
  "follow-ups-record-attempt",
  (input) => ({
    kind: "record_attempt",
    channel: input.channel,
    outcome: input.outcome,
    note: input.note ?? null,
    call_back_at: input.call_back_at
      ? momentOf(input.call_back_at, ["call_back_at"])
      : null,
    complete_with: input.complete_with ?? null,
    received_phone: input.phone?.trim() || null,
    ...(input.answers && { answers: input.answers }),
    ...(input.message && { message: input.message }),
  })
)
