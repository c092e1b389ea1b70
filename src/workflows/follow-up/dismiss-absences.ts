import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { clockOf } from "../../clock"
import { FOLLOW_UP_MODULE } from "../../modules/follow-up"

const dismissAbsencesStep = createStep(
  "dismiss-absences",
  async (_: Record<string, never>, { container }) => {
    await container
      .resolve(FOLLOW_UP_MODULE)
      .dismissAbsences(clockOf(container).now())
    return new StepResponse(true)
  }
)

/** Stops showing what was left out after absences so far. */
export const dismissAbsencesWorkflow = createWorkflow(
  { name: "follow-ups-dismiss-absences" },
  (input: Record<string, never>) =>
    new WorkflowResponse(dismissAbsencesStep(input))
)
