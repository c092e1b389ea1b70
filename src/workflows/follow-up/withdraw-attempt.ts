import { type CommandInput, commandWorkflow } from "./command-workflow"

/**
 * Takes back the last attempt on a task, which was recorded by mistake: the
 * task is as it was before it, its response timer included. A task that a wrong
 * number opened is canceled with it.
 *
 * @throws NOT_ALLOWED for an attempt that somebody else recorded, or more than
 * ten minutes ago, or after which something has happened to the task
 */
export const withdrawAttemptWorkflow = commandWorkflow<CommandInput>(
  "follow-ups-withdraw-attempt",
  () => ({ kind: "withdraw_attempt" })
)
