import { type CommandInput, commandWorkflow } from "./command-workflow"

export type ReopenTaskInput = CommandInput & { note?: string | null }

/** Reopens a closed task; deadlines that were met or missed stay so. */
export const reopenTaskWorkflow = commandWorkflow<ReopenTaskInput>(
  "follow-ups-reopen-task",
  ({ note }) => ({ kind: "reopen", note: note ?? null })
)
