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
import { isBusy, isRefusal, Refusal, refuseUnstorable } from "../../../refusals"
import { reservationsOfHolds } from "../../../shop/held-units"
import { reportError } from "../../desk/report-error"
import {
  customerAnswered,
  recordDeed,
  tellWhileRecent,
} from "../../follow-up/record-deed"
import { refuseDeedDuringCall } from "../../follow-up/refuse-deed-during-call"
import { type Deed, settleShortageWorkflow } from "../settlement"
import { chooseOther } from "./choose-other"
import { releaseHolds } from "./hold-units"
import { endIdleOffers } from "./end-offers"
import { keepAnswer } from "./keep-answer"
import { byUser } from "../note-change"
import { noteOffer } from "./note-offer"

/** What carrying it out may take; its units stay held for so long. */
const SETTLED_WITHIN_MS = 120_000

/** Offers whose settling one run of the reconciler takes up. */
const AT_ONCE = 50

export type AnswerOfferInput = AnsweredOffer & {
  /** What the customer has chosen themselves, which is not on the offer. */
  variant_id?: string | null
  /** Do it although somebody else is calling the customer at this moment. */
  despite_call?: boolean
}

const answerShortageOfferStep = createStep(
  "answer-shortage-offer",
  async (input: AnswerOfferInput, { container }) => {
    refuseUnstorable(input)
    await answerOffer(input, container)
    return new StepResponse({ offer_id: input.offer_id })
  }
)

/**
 * Takes the customer's answer to an offer, from the phone or from the link, and
 * carries it out: what is accepted replaces the short units, and what is taken
 * out is removed. Of several answers one is taken. The units that were held and
 * not accepted are released.
 *
 * @throws NOT_FOUND for an unknown offer; NOT_ALLOWED if somebody else is calling
 * the customer, it has ended, or what was agreed cannot be carried out. The order and the offer are as before then.
 */
export const answerOfferWorkflow = createWorkflow(
  { name: "follow-ups-answer-offer" },
  (input: AnswerOfferInput) =>
    new WorkflowResponse(answerShortageOfferStep(input))
)

async function answerOffer(
  { variant_id, despite_call, ...given }: AnswerOfferInput,
  container: MedusaContainer
): Promise<Offer> {
  const shortage = container.resolve(SHORTAGE_MODULE)
  const known = await shortage.readOffers({ ids: [given.offer_id] })
  for (const { order_id } of known) {
    const { actor_id } = given
    await refuseDeedDuringCall({ order_id, actor_id, despite_call }, container)
  }
  // The event of the order may be on its way.
  await endIdleOffers(
    known.map(({ order_id }) => order_id),
    container
  )
  const [asked] = await shortage.readOffers({ ids: [given.offer_id] })
  const now = clockOf(container).now()
  const input =
    asked?.status === "open" && asked.expires_at > now && variant_id
      ? {
          ...given,
          alternative_id: await chooseOther(asked, variant_id, container),
        }
      : given
  const [offered] = await shortage.readOffers({ ids: [given.offer_id] })
  refuseUnknownAlternative(input, offered)
  const offer = await shortage.answerOffer(
    input,
    now,
    new Date(now.getTime() + SETTLED_WITHIN_MS)
  )
  return isDeed(input.answer)
    ? await settle(offer, container)
    : await endOrLater(offer, container)
}

/**
 * The reconciler's part: takes up what a crash left half-way. What was carried
 * out, or changes no order, is ended; what was begun is left to the settlement's
 * own tick, and what was not begun is carried out.
 */
export async function settleLeftOffers(
  container: MedusaContainer
): Promise<void> {
  const now = clockOf(container).now()
  const shortage = container.resolve(SHORTAGE_MODULE)
  const left = await shortage.takeStuckOffers(
    AT_ONCE,
    new Date(now.getTime() - SETTLED_WITHIN_MS),
    now
  )
  for (const offer of left) {
    try {
      const [begun] = (await shortage.readSettlements([offer.order_id])).filter(
        ({ offer_id }) => offer_id === offer.id
      )
      if (begun?.result || (offer.answer && !isDeed(offer.answer))) {
        await end(offer, container)
      } else if (!begun) {
        await settle(offer, container, { is_left: true })
      }
    } catch (error) {
      reportError(
        `the answer to the offer ${offer.id} could not be carried out`,
        error,
        container
      )
    }
  }
}

async function settle(
  offer: Offer,
  container: MedusaContainer,
  { is_left = false } = {}
): Promise<Offer> {
  try {
    const { order_id, line_item_id, answered_by, answered_at, capture_first } =
      offer
    await settleShortageWorkflow(container).run({
      input: {
        order_id,
        line_item_id,
        actor_id: answered_by,
        offer_id: offer.id,
        answered_at,
        capture_first,
        // The answer was taken.
        despite_call: true,
        deed: await deedOf(offer, container),
      },
    })
  } catch (error) {
    // Whoever took an answer that seems left may be carrying it out still.
    if (!is_left || !isAtWork(error)) {
      await takeBack(offer, container)
    }
    throw error
  }
  return await endOrLater(offer, container)
}

/** The customer may answer again, unless their answer is being carried out. */
async function takeBack(
  offer: Offer,
  container: MedusaContainer
): Promise<void> {
  const is_open = await container
    .resolve(SHORTAGE_MODULE)
    .reopenOffer(offer, clockOf(container).now())
  const { order_id, answered_via, answered_at } = offer
  if (is_open && answered_via === "link") {
    await customerAnswered(
      order_id,
      { needs_call: true, answered_at: answered_at ?? undefined },
      container
    ).catch((failed: unknown) =>
      reportError(
        `the call about ${order_id} does not know that the customer's answer failed`,
        failed,
        container
      )
    )
  }
}

const isAtWork = (error: unknown): boolean =>
  isBusy(error) ||
  (isRefusal(error) &&
    (error.code === "order_locked" || error.code === "settlement_unfinished"))

/** The answer stands, and the order is changed: what fails now is done later. */
async function endOrLater(
  offer: Offer,
  container: MedusaContainer
): Promise<Offer> {
  try {
    return await end(offer, container)
  } catch (error) {
    reportError(
      `the answer to the offer ${offer.id} stands, and what follows will be tried again`,
      error,
      container
    )
    return offer
  }
}

/**
 * What the customer said is kept, and what is held no longer needed. If they
 * said it by the link, their call no longer waits for it; after a refusal,
 * somebody has to talk to them. Done twice, it does the same once.
 */
async function end(offer: Offer, container: MedusaContainer): Promise<Offer> {
  await releaseHolds([offer.id], container)
  await keepAnswer(offer, container)
  await tellCall(offer, container)
  if (offer.answer !== null) {
    const by =
      offer.answered_via === "link" ? "customer" : byUser(offer.answered_by)
    await noteOffer(offer, offer.answer, by, container)
  }
  return await container
    .resolve(SHORTAGE_MODULE)
    .settleOffer(offer.id, clockOf(container).now())
}

async function tellCall(
  { id, order_id, answer, answered_via, answered_by, ...offer }: Offer,
  container: MedusaContainer
): Promise<void> {
  const is_deed = answer !== null && isDeed(answer)
  const answered_at = offer.answered_at ?? offer.created_at
  const done = { order_id, at: answered_at, key: id }
  await tellWhileRecent(
    done,
    async () => {
      if (answered_via === "link") {
        const needs_call = answer !== null && !is_deed
        await customerAnswered(order_id, { needs_call, answered_at }, container)
      } else if (!is_deed) {
        await recordDeed(done, answered_by, container)
      }
    },
    container
  )
}

async function deedOf(offer: Offer, container: MedusaContainer): Promise<Deed> {
  const { units } = offer
  const chosen = chosenOf(offer)
  if (!chosen) {
    return offer.answer === "notify"
      ? { kind: "wait", until: null }
      : { kind: "remove", units }
  }
  const { variant_id, quantity, unit_price, location_id, hold_id } = chosen
  const [hold] = await container
    .resolve(SHORTAGE_MODULE)
    .readHeld(hold_id === null ? [] : [hold_id])
  const reservations = await reservationsOfHolds(hold ? [hold] : [], container)
  // Somebody may have deleted them in the dashboard.
  if (!hold || reservations.length < hold.items.length) {
    throw new Refusal("units_gone", { variant_id })
  }
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
