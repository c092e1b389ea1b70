import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { clockOf } from "../../../clock"
import { SHORTAGE_MODULE } from "../../../modules/shortage"
import { releaseHolds } from "./hold-units"
import { byUser } from "../note-change"
import { noteOffer } from "./note-offer"

export type WithdrawOfferInput = {
  offer_id: string
  /** The user who withdraws it; null for a program. */
  actor_id?: string | null
}

const withdrawShortageOfferStep = createStep(
  "withdraw-shortage-offer",
  async ({ offer_id, actor_id = null }: WithdrawOfferInput, { container }) => {
    const offer = await container
      .resolve(SHORTAGE_MODULE)
      .withdrawOffer(offer_id, clockOf(container).now())
    await releaseHolds([offer_id], container)
    await noteOffer(offer, "withdrawn", byUser(actor_id), container)
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
  (input: WithdrawOfferInput) =>
    new WorkflowResponse(withdrawShortageOfferStep(input))
)
