import type { Command } from "../../modules/follow-up"
import { momentOf, type RefusalPath } from "../../refusals"
import {
  changeByKeyStep,
  changeByKeyWorkflow,
  changerByKey,
} from "./change-by-key"

/**
 * How the task with a key is closed: with an outcome, or with a cancel reason.
 */
export type SettleFollowUp = {
  dedupe_key: string
  note?: string
  /** When it happened; now if omitted. */
  at?: Date | string
} & (
  | {
      /** One of the outcomes that the task's type allows. */
      outcome: string
      /** The customer's number, if the outcome asks for it. */
      phone?: string
      /** The other fields that the outcome asks for. */
      answers?: Record<string, string | number>
    }
  | {
      /** Declared by a kind of work. */
      cancel_reason: string
    }
)

/** The same from within another workflow, which delivers the `event_ids`. */
export const settleFollowUpsStep = changeByKeyStep(
  "settle-follow-ups",
  toCommand
)

/** The same without the workflow engine. */
export const settleFollowUps = changerByKey(toCommand)

/**
 * Completes or cancels tasks by their keys. A task that was already closed in
 * this way stays as it is, and gets the note.
 *
 * @returns the ids of the tasks, and the keys that no task has
 * @throws NOT_ALLOWED for a task that was closed in another way or with other
 * answers, or an outcome that its type does not allow
 */
export const settleFollowUpsWorkflow = changeByKeyWorkflow(
  "follow-ups-settle",
  settleFollowUpsStep
)

function toCommand(settled: SettleFollowUp, path: RefusalPath): Command {
  const note = settled.note ?? null
  const at =
    settled.at === undefined ? undefined : momentOf(settled.at, [...path, "at"])
  return "outcome" in settled
    ? {
        kind: "complete",
        outcome: settled.outcome,
        note,
        received_phone: settled.phone?.trim() || null,
        answers: settled.answers,
        at,
      }
    : { kind: "cancel", reason: settled.cancel_reason, note, at }
}
