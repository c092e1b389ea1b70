import { type CommandInput, commandWorkflow } from "./command-workflow"

/**
 * Marks everything that the task's person has open as being called by
 * `actor_id`, who also gets it assigned. It lasts until an attempt is recorded,
 * the caller hangs up or calls somebody else, or fifteen minutes have passed.
 *
 * @throws NOT_ALLOWED on a closed task, and if somebody else is calling
 */
export const startCallingWorkflow = commandWorkflow<CommandInput>(
  "follow-ups-start-calling",
  () => ({ kind: "start_calling" })
)

/** Ends the mark without an attempt; nothing if `actor_id` is not calling. */
export const hangUpWorkflow = commandWorkflow<CommandInput>(
  "follow-ups-hang-up",
  () => ({ kind: "hang_up" })
)
