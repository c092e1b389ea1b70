import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { clockOf } from "../../../clock"
import { SHORTAGE_MODULE } from "../../../modules/shortage"

export type SetCaptureFirstInput = { offer_id: string; capture_first: boolean }

const setCaptureFirstStep = createStep(
  "set-capture-first",
  async (input: SetCaptureFirstInput, { container }) => {
    await container
      .resolve(SHORTAGE_MODULE)
      .setCaptureFirst(input, clockOf(container).now())
    return new StepResponse({ offer_id: input.offer_id })
  }
)

/**
 * Chooses whether payments that are only authorized are captured before the
 * customer's answer to an open offer is carried out, also by the link.
 *
 * @throws NOT_FOUND for an unknown offer; NOT_ALLOWED if it was answered or has
 * ended
 */
export const setCaptureFirstWorkflow = createWorkflow(
  { name: "follow-ups-set-capture-first" },
  (input: SetCaptureFirstInput) =>
    new WorkflowResponse(setCaptureFirstStep(input))
)
