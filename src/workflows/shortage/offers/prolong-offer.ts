import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { aheadOf, clockOf } from "../../../clock"
import {
  FOLLOW_UP_MODULE,
  MOST_OFFER_MINUTES,
} from "../../../modules/follow-up"
import { SHORTAGE_MODULE } from "../../../modules/shortage"

const prolongShortageOfferStep = createStep(
  "prolong-shortage-offer",
  async ({ offer_id }: { offer_id: string }, { container }) => {
    const { minutes } = container.resolve(FOLLOW_UP_MODULE).settings.offers
    await container
      .resolve(SHORTAGE_MODULE)
      .prolongOffer(
        { offer_id, minutes, most_minutes: MOST_OFFER_MINUTES },
        aheadOf(clockOf(container))
      )
    return new StepResponse({ offer_id })
  }
)

/**
 * Has an open offer stand, and its units held, for as long from now as a new one
 * would, while the customer makes up their mind; for a day in all, at most.
 *
 * @throws NOT_FOUND for an unknown offer; NOT_ALLOWED if it was answered or has
 * ended, is held as long as it may be, or what was held is no longer held
 */
export const prolongOfferWorkflow = createWorkflow(
  { name: "follow-ups-prolong-offer" },
  (input: { offer_id: string }) =>
    new WorkflowResponse(prolongShortageOfferStep(input))
)
