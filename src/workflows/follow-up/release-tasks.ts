import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { deliverEventsStep } from "../desk/deliver-outbox"
import { releaseTasks } from "../desk/release-tasks"

type ReleaseTasksInput = { user_ids: string[] }

const releaseTasksStep = createStep(
  "release-tasks",
  async ({ user_ids }: ReleaseTasksInput, { container }) =>
    new StepResponse(await releaseTasks(user_ids, container))
)

/** Unassigns the open and waiting tasks of deleted users. */
export const releaseTasksWorkflow = createWorkflow(
  { name: "follow-ups-release-tasks" },
  (input: ReleaseTasksInput) => {
    const event_ids = releaseTasksStep(input)
    return new WorkflowResponse(deliverEventsStep(event_ids))
  }
)
