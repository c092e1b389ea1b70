import { type CommandInput, commandWorkflow } from "./command-workflow"

export type AssignTaskInput = CommandInput & {
  /** The user who gets the task, or null for nobody. */
  assignee_id: string | null
}

/** Gives a task to a person, or to nobody. */
export const assignTaskWorkflow = commandWorkflow<AssignTaskInput>(
  "follow-ups-assign-task",
  ({ assignee_id }) => ({ kind: "assign", assignee_id })
)
