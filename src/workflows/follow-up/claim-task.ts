import { type CommandInput, commandWorkflow } from "./command-workflow"

/**
 * Takes a task that nobody has, for `actor_id`.
 *
 * @throws NOT_ALLOWED where somebody else has it; the message says who
 */
export const claimTaskWorkflow = commandWorkflow<CommandInput>(
  "follow-ups-claim-task",
  () => ({ kind: "claim" })
)
