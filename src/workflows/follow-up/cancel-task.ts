import type { CancelReason } from "../../modules/follow-up"
import { type CommandInput, commandWorkflow } from "./command-workflow"

export type CancelTaskInput = CommandInput & {
  reason: CancelReason
  note?: string | null
}

/** Cancels a task that there is nothing left to do for. */
export const cancelTaskWorkflow = commandWorkflow<CancelTaskInput>(
  "follow-ups-cancel-task",
  ({ reason, note }) => ({ kind: "cancel", reason, note: note ?? null })
)
