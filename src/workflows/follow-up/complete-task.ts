import { type CommandInput, commandWorkflow } from "./command-workflow"

export type CompleteTaskInput = CommandInput & {
  /** One of the outcomes that the task's type allows. */
  outcome: string
  note?: string | null
  /** The customer's number, if the outcome asks for it. */
  phone?: string | null
  /** The other fields that the outcome asks for. */
  answers?: Record<string, string | number>
}

/**
 * Completes a task. Sending the same outcome again adds a note that differs from
 * the last one, and changes nothing else.
 *
 * @throws NOT_ALLOWED for an outcome that the type does not allow, or if the
 * task was closed in another way or with other answers
 */
export const completeTaskWorkflow = commandWorkflow<CompleteTaskInput>(
  "follow-ups-complete-task",
  (input) => ({
    kind: "complete",
    outcome: input.outcome,
    note: input.note ?? null,
    received_phone: input.phone?.trim() || null,
    // Omitted if empty, as before: idempotency keys compare what was sent.
    ...(input.answers && { answers: input.answers }),
  })
)
