import type { MedusaContainer } from "@medusajs/framework/types"
import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { clockOf } from "../../../clock"
import {
  type AnsweredOffer,
  isDeed,
  type Offer,
  SHORTAGE_MODULE,
} from "../../../modules/shortage"
import { Refusal, refuseUnstorable } from "../../../refusals"
import { reservationsOfHolds } from "../../../shop/held-units"
import { reportError } from "../../desk/report-error"
import { type Deed, settleShortageWorkflow } from "../settlement"
import { releaseHolds } from "./hold-units"
import { keepAnswer } from "./keep-answer"

/** What carrying it out may take; its units stay held for so long. */
const SETTLED_WITHIN_MS = 120_000

/** Offers whose settling one run of the reconciler takes up. */
const AT_ONCE = 50

const answerOfferStep = createStep(
  "answer-shortage-offer",
  async (input: AnsweredOffer, { container }) => {
    refuseUnstorable(input)
    return new StepResponse(await answerOffer(input, container))
  }
)

/**
 * Takes the customer's answer to an offer, from the phone or from the link, and
 * carries it out: what is accepted replaces the short units, and what is taken
 * out is removed. Of several answers one is taken. The units that were held and
 * not accepted are released.
 *
 * @throws NOT_FOUND for an unknown offer; NOT_ALLOWED if it has ended, or what
 * was agreed cannot be carried out. The order and the offer are as before then.
 */
export const answerOfferWorkflow = createWorkflow(
  { name: "follow-ups-answer-offer" },
  (input: AnsweredOffer) => new WorkflowResponse(answerOfferStep(input))
)

async function answerOffer(
  input: AnsweredOffer,
  container: MedusaContainer
): Promise<Offer> {
  const shortage = container.resolve(SHORTAGE_MODULE)
  const [asked] = await shortage.readOffers({ ids: [input.offer_id] })
  refuseUnknownAlternative(input, asked)
  const now = clockOf(container).now()
  const offer = await shortage.answerOffer(input, now)
  if (!isDeed(input.answer)) {
    return await end(offer, container)
  }
  await shortage.prolongHolds(
    offer.id,
    new Date(now.getTime() + SETTLED_WITHIN_MS)
  )
  return await settle(offer, container)
}

/**
 * The reconciler's part: carries out what a crash left half-way. Carried out
 * twice it is the same.
 */
export async function settleLeftOffers(
  container: MedusaContainer
): Promise<void> {
  const now = clockOf(container).now()
  const left = await container
    .resolve(SHORTAGE_MODULE)
    .takeStuckOffers(AT_ONCE, new Date(now.getTime() - SETTLED_WITHIN_MS), now)
  for (const offer of left) {
    try {
      await settle(offer, container)
    } catch (error) {
      reportError(
        `the offer ${offer.id} could not be carried out, and is open again`,
        error,
        container
      )
    }
  }
}

async function settle(
  offer: Offer,
  container: MedusaContainer
): Promise<Offer> {
  const shortage = container.resolve(SHORTAGE_MODULE)
  try {
    const { order_id, line_item_id, answered_by } = offer
    await settleShortageWorkflow(container).run({
      input: {
        order_id,
        line_item_id,
        actor_id: answered_by,
        offer_id: offer.id,
        deed: await deedOf(offer, container),
      },
    })
  } catch (error) {
    await shortage.reopenOffer(offer.id, clockOf(container).now())
    throw error
  }
  return await end(
    await shortage.settleOffer(offer.id, clockOf(container).now()),
    container
  )
}

/** What the customer said is kept, and what is held no longer needed. */
async function end(offer: Offer, container: MedusaContainer): Promise<Offer> {
  await releaseHolds([offer.id], container)
  await keepAnswer(offer, container)
  return offer
}

async function deedOf(offer: Offer, container: MedusaContainer): Promise<Deed> {
  const { units } = offer
  const chosen = chosenOf(offer)
  if (!chosen) {
    return { kind: "remove", units }
  }
  const { variant_id, quantity, unit_price, location_id, hold_id } = chosen
  const holds = await container.resolve(SHORTAGE_MODULE).readHoldsOf(offer.id)
  const reservations = await reservationsOfHolds(
    holds.filter(({ id }) => id === hold_id),
    container
  )
  return {
    kind: "replace",
    units,
    by: [
      {
        variant_id,
        quantity,
        unit_price,
        location_id,
        hold_reservation_ids: reservations.map(({ id }) => id),
      },
    ],
  }
}

const chosenOf = ({ alternatives, alternative_id }: Offer) =>
  alternatives.find(({ id }) => id === alternative_id)

function refuseUnknownAlternative(
  { offer_id, answer, alternative_id }: AnsweredOffer,
  offer: Offer | undefined
): void {
  if (!offer) {
    throw new Refusal("offer_not_found", { id: offer_id }, ["id"])
  }
  const known = offer.alternatives.map(({ id }) => id)
  if (
    answer === "accept" &&
    (alternative_id === null || !known.includes(alternative_id))
  ) {
    throw new Refusal(
      "not_offered",
      { was: alternative_id, allowed: known.join(", ") },
      ["alternative_id"]
    )
  }
}
