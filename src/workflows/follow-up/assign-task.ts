import { type CommandInput, commandWorkflow } from "./command-workflow"

export type AssignTaskInput = CommandInput & {
  /** The user who gets the task; null unassigns it. */
  assignee_id: string | null
  note?: string | null
}

/** Assigns a task to a person, or unassigns it. */
export const assignTaskWorkflow = commandWorkflow<AssignTaskInput>(
  "follow-ups-assign-task",
  ({ assignee_id, note }) => ({
    kind: "assign",
    assignee_id,
    ...(note && { note }),
  })
)
