import { type CommandInput, commandWorkflow } from "./command-workflow"

export type NoteTaskInput = CommandInput & { note: string }

/** Writes a note into a task's history, whatever its state. */
export const noteTaskWorkflow = commandWorkflow<NoteTaskInput>(
  "follow-ups-note-task",
  ({ note }) => ({ kind: "note", note })
)
