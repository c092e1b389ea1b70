import type { Priority } from "../../desk/playbook"
import {
  changeByKeyStep,
  changeByKeyWorkflow,
  changerByKey,
  type Commanded,
} from "./change-by-key"

/** Changes of the task with a key; omitted fields stay as they are. */
export type UpdateFollowUp = {
  dedupe_key: string
  /** Replaces the task's data. */
  data?: Record<string, unknown>
  priority?: Priority
}

/** The same from within another workflow, which delivers the `event_ids`. */
export const updateFollowUpsStep = changeByKeyStep(
  "update-follow-ups",
  toCommand
)

/** The same without the workflow engine. */
export const updateFollowUps = changerByKey(toCommand)

/**
 * Changes the data and the priority of tasks by their keys, whatever their
 * state.
 *
 * @returns the ids of the tasks, and the keys that no task has
 */
export const updateFollowUpsWorkflow = changeByKeyWorkflow(
  "follow-ups-update",
  updateFollowUpsStep
)

function toCommand({ dedupe_key: _, ...update }: UpdateFollowUp): Commanded {
  return { command: { kind: "update", ...update } }
}
