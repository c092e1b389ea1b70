import { type CommandInput, commandWorkflow } from "./command-workflow"

export type CancelTaskInput = CommandInput & {
  /**
   * Declared by a kind of work; people may only give those that are offered.
   */
  reason: string
  note?: string | null
}

/** Cancels a task for which there is nothing left to do. */
export const cancelTaskWorkflow = commandWorkflow<CancelTaskInput>(
  "follow-ups-cancel-task",
  ({ reason, note }) => ({ kind: "cancel", reason, note: note ?? null })
)
