import { type CommandInput, commandWorkflow } from "./command-workflow"

export type CompleteTaskInput = CommandInput & {
  /** One that the task's type allows. */
  outcome: string
  note?: string | null
  /** The number that the customer gave, where the outcome asks for it. */
  phone?: string | null
  /** What else the outcome asks for, by field. */
  answers?: Record<string, string | number>
}

/**
 * Completes a task. The same outcome again changes nothing.
 *
 * @throws NOT_ALLOWED for an outcome that the type does not allow, or on a task
 * that ended otherwise
 */
export const completeTaskWorkflow = commandWorkflow<CompleteTaskInput>(
  "follow-ups-complete-task",
  (input) => ({
    kind: "complete",
    outcome: input.outcome,
    note: input.note ?? null,
    received_phone: input.phone?.trim() || null,
    // Left out as it always was: retries are told by what was sent.
    ...(input.answers && { answers: input.answers }),
  })
)
