import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { clockOf } from "../../../clock"
import { SHORTAGE_MODULE } from "../../../modules/shortage"
import { releaseHolds } from "./hold-units"

const withdrawShortageOfferStep = createStep(
  "withdraw-shortage-offer",
  async ({ offer_id }: { offer_id: string }, { container }) => {
    await container
      .resolve(SHORTAGE_MODULE)
      .withdrawOffer(offer_id, clockOf(container).now())
    await releaseHolds([offer_id], container)
    return new StepResponse({ offer_id })
  }
)

/**
 * Withdraws an offer that was not answered yet, and releases what was held for
 * it. Its link says so.
 *
 * @throws NOT_FOUND for an unknown one, NOT_ALLOWED if it was answered or ended
 */
export const withdrawOfferWorkflow = createWorkflow(
  { name: "follow-ups-withdraw-offer" },
  (input: { offer_id: string }) =>
    new WorkflowResponse(withdrawShortageOfferStep(input))
)
