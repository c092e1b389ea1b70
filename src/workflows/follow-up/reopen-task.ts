import { type CommandInput, commandWorkflow } from "./command-workflow"

export type ReopenTaskInput = CommandInput & { note?: string | null }

/** Opens a closed task again; what was met or missed stays as it was. */
export const reopenTaskWorkflow = commandWorkflow<ReopenTaskInput>(
  "follow-ups-reopen-task",
  ({ note }) => ({ kind: "reopen", note: note ?? null })
)
