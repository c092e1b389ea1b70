import { type CommandInput, commandWorkflow } from "./command-workflow"

export type NoteTaskInput = CommandInput & { note: string }

/** Adds a note to a task's history, whatever its state. */
export const noteTaskWorkflow = commandWorkflow<NoteTaskInput>(
  "follow-ups-note-task",
  ({ note }) => ({ kind: "note", note })
)
