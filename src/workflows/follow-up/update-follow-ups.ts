import {
  createStep,
  createWorkflow,
  StepResponse,
  transform,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import type { Priority } from "../../desk/playbook"
import { deliverEventsStep } from "../desk/deliver-outbox"
import { changeByKey } from "./change-by-key"

/** Changes of the task with a key; omitted fields stay as they are. */
export type UpdateFollowUp = {
  dedupe_key: string
  /** Replaces the task's data. */
  data?: Record<string, unknown>
  priority?: Priority
}

/** The same from within another workflow, which delivers the `event_ids`. */
export const updateFollowUpsStep = createStep(
  "update-follow-ups",
  async (updates: UpdateFollowUp[], { container }) =>
    new StepResponse(
      await changeByKey(
        updates.map(({ dedupe_key, ...update }) => ({
          dedupe_key,
          command: { kind: "update", ...update },
        })),
        container
      )
    )
)

/**
 * Changes the data and the priority of tasks by their keys, whatever their
 * state.
 *
 * @returns the ids of the tasks, and the keys that no task has
 */
export const updateFollowUpsWorkflow = createWorkflow(
  { name: "follow-ups-update" },
  (input: { follow_ups: UpdateFollowUp[] }) => {
    const changed = updateFollowUpsStep(input.follow_ups)
    deliverEventsStep(
      transform({ changed }, ({ changed }) => changed.event_ids)
    )
    const result = transform(
      { changed },
      ({ changed: { ids, unknown_keys } }) => ({ ids, unknown_keys })
    )
    return new WorkflowResponse(result)
  }
)
