import { type CommandInput, commandWorkflow } from "./command-workflow"

export type CancelTaskInput = CommandInput & {
  /** One that a kind of work declares; a person may give those that are offered. */
  reason: string
  note?: string | null
}

/** Cancels a task that there is nothing left to do for. */
export const cancelTaskWorkflow = commandWorkflow<CancelTaskInput>(
  "follow-ups-cancel-task",
  ({ reason, note }) => ({ kind: "cancel", reason, note: note ?? null })
)
