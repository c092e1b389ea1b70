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
  /**
   * What the history says has changed: one of the `changes` that kinds of work
   * declare. Given alone, it changes nothing else.
   */
  change?: string
  /** In a person's words, for the history, where something changes. */
  note?: string
  /** Whose doing it is; if omitted, a program's. */
  by?: { user_id: string } | "customer" | null
  /** Told again with the same key, it counts once. */
  key?: string
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

function toCommand({
  dedupe_key: _,
  by,
  key,
  ...update
}: UpdateFollowUp): Commanded {
  return {
    key,
    user_id: by && by !== "customer" ? by.user_id : null,
    command: {
      kind: "update",
      ...update,
      ...(by === "customer" && { by_customer: true }),
    },
  }
}
