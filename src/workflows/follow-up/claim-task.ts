import { type CommandInput, commandWorkflow } from "./command-workflow"

/**
 * Claims an unassigned task for `actor_id`.
 *
 * @throws NOT_ALLOWED if somebody else has it; the message says who
 */
export const claimTaskWorkflow = commandWorkflow<CommandInput>(
  "follow-ups-claim-task",
  () => ({ kind: "claim" })
)
