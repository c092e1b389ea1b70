import { type CommandInput, commandWorkflow } from "./command-workflow"

/**
 * Withdraws the last attempt on a task, which was recorded by mistake: the task
 * and its response timer are as before. A task that a wrong number opened is
 * canceled with it.
 *
 * @throws NOT_ALLOWED for an attempt that somebody else recorded, or more than
 * ten minutes ago, or after which something else has happened to the task
 */
export const withdrawAttemptWorkflow = commandWorkflow<CommandInput>(
  "follow-ups-withdraw-attempt",
  () => ({ kind: "withdraw_attempt" })
)
