import type { MedusaContainer } from "@medusajs/framework/types"
import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { clockOf } from "../../../clock"
import { customerLanguages, FOLLOW_UP_MODULE } from "../../../modules/follow-up"
import {
  type NewOffer,
  type Offer,
  SHORTAGE_MODULE,
} from "../../../modules/shortage"
import { Refusal, refuseUnstorable } from "../../../refusals"
import { linesOfOrders } from "../../../shop/ordered-lines"
import { lineToReplace } from "../alternatives/asked-line"
import { placeHold, releaseHolds } from "./hold-units"
import { byUser } from "../note-change"
import { noteOffer } from "./note-offer"
import { newLinkId } from "./offer-link"
import {
  type AlternativeToOffer,
  pricedAlternatives,
} from "./priced-alternatives"

/** One that is not open by then was left by a crash. */
const PREPARED_WITHIN_MS = 60_000

export type OfferAlternativesInput = {
  order_id: string
  line_item_id: string
  /** Units of the line that are to be replaced. */
  units: number
  /** Of which the customer takes one. */
  alternatives: AlternativeToOffer[]
  /** The user who offers; null for a program. */
  actor_id: string | null
}

/** What a workflow returns is JSON: the offer itself is read by its id. */
export type OfferMade = { offer_id: string }

const keepShortageOfferStep = createStep(
  "keep-shortage-offer",
  async (input: OfferAlternativesInput, { container }) => {
    const { id, alternatives } = await container
      .resolve(SHORTAGE_MODULE)
      .keepOffer(await offerOf(input, container), clockOf(container).now())
    return new StepResponse({ offer_id: id, alternatives }, id)
  },
  async (offer_id, { container }) => {
    if (offer_id) {
      const shortage = container.resolve(SHORTAGE_MODULE)
      await shortage.withdrawOffer(offer_id, clockOf(container).now())
      await releaseHolds([offer_id], container)
    }
  }
)

const holdOfferedUnitsStep = createStep(
  "hold-offered-units",
  async (
    { offer_id, alternatives }: Pick<Offer, "alternatives"> & OfferMade,
    { container }
  ) => {
    const shortage = container.resolve(SHORTAGE_MODULE)
    const { minutes } = container.resolve(FOLLOW_UP_MODULE).settings.offers
    const now = clockOf(container).now()
    const expires_at = new Date(now.getTime() + minutes * 60_000)
    for (const { id, variant_id, quantity, location_id } of alternatives) {
      const hold_id = await placeHold(
        { offer_id, variant_id, quantity, location_id, expires_at },
        container
      )
      await shortage.linkHold(id, hold_id)
    }
    const offer = await shortage.openOffer({ offer_id, expires_at }, now)
    await noteOffer(offer, "made", byUser(offer.created_by), container)
    return new StepResponse<OfferMade>({ offer_id })
  }
)

/**
 * Offers one or several alternatives in place of a short line, and holds their
 * units until the offer ends. The order stays as it is until the customer
 * accepts one.
 *
 * @throws NOT_FOUND for an unknown order or line; NOT_ALLOWED if the line has an
 * open offer, fewer units are to be sent of it, an alternative is not sold, or
 * its units are not free. Nothing is held then.
 */
export const offerAlternativesWorkflow = createWorkflow(
  { name: "follow-ups-offer-alternatives" },
  (input: OfferAlternativesInput) =>
    new WorkflowResponse(holdOfferedUnitsStep(keepShortageOfferStep(input)))
)

async function offerOf(
  input: OfferAlternativesInput,
  container: MedusaContainer
): Promise<NewOffer> {
  refuseUnstorable(input)
  const { order_id, line_item_id, units } = input
  const line = await lineToReplace(order_id, line_item_id, container)
  await refuseEnded(order_id, container)
  const { outstanding, order } = line
  if (units > outstanding) {
    throw new Refusal("too_many_units", { was: units, outstanding }, ["units"])
  }
  const { settings } = container.resolve(FOLLOW_UP_MODULE)
  const [language = null] = customerLanguages(
    {
      locale: order.locale,
      country_code: order.address?.country_code ?? null,
    },
    settings.language
  )
  return {
    order_id,
    line_item_id,
    variant_id: line.variant_id,
    title: line.title,
    variant_title: line.variant_title,
    sku: line.sku,
    thumbnail: line.thumbnail,
    ordered: line.ordered,
    units,
    unit_price: line.paid,
    currency_code: order.currency_code,
    link_id: newLinkId(),
    language,
    expires_at: new Date(
      clockOf(container).now().getTime() + PREPARED_WITHIN_MS
    ),
    created_by: input.actor_id,
    alternatives: await pricedAlternatives(
      input.alternatives,
      { units, line, actor_id: input.actor_id },
      container
    ),
  }
}

async function refuseEnded(
  order_id: string,
  container: MedusaContainer
): Promise<void> {
  const [line] = await linesOfOrders([order_id], container)
  if (line?.order_ended) {
    throw new Refusal("nothing_to_send", {})
  }
}
