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
import { amountForEach, decimalsOf } from "../../../shop/amounts"
import {
  type LineToReplace,
  lineToReplace,
} from "../../../shop/line-as-paid"
import {
  type OfferedVariant,
  offeredVariants,
} from "../../../shop/offered-variants"
import { linesOfOrders } from "../../../shop/ordered-lines"
import { previewSettlement } from "../settlement"
import { placeHold, releaseHolds } from "./hold-units"
import { newLinkId } from "./offer-link"

/** One that is not open by then was left by a crash. */
const PREPARED_WITHIN_MS = 60_000

export type AlternativeToOffer = {
  variant_id: string
  quantity: number
  /** Where its units are held. */
  location_id: string
  /**
   * `listed`: what it costs now. `matched`: what the customer pays for what it
   * stands in for. If omitted, the lower of the two: nothing becomes dearer
   * unless that was chosen.
   */
  price?: "listed" | "matched"
}

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

const keepOfferStep = createStep(
  "keep-shortage-offer",
  async (input: OfferAlternativesInput, { container }) => {
    const offer = await container
      .resolve(SHORTAGE_MODULE)
      .keepOffer(await offerOf(input, container), clockOf(container).now())
    return new StepResponse(offer, offer.id)
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
  async (offer: Offer, { container }) => {
    const shortage = container.resolve(SHORTAGE_MODULE)
    const { minutes } = container.resolve(FOLLOW_UP_MODULE).settings.offers
    const now = clockOf(container).now()
    const expires_at = new Date(now.getTime() + minutes * 60_000)
    for (const {
      id,
      variant_id,
      quantity,
      location_id,
    } of offer.alternatives) {
      const hold_id = await placeHold(
        { offer_id: offer.id, variant_id, quantity, location_id, expires_at },
        container
      )
      await shortage.linkHold(id, hold_id)
    }
    return new StepResponse(
      await shortage.openOffer({ offer_id: offer.id, expires_at }, now)
    )
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
    new WorkflowResponse(holdOfferedUnitsStep(keepOfferStep(input)))
)

async function offerOf(
  input: OfferAlternativesInput,
  container: MedusaContainer
): Promise<NewOffer> {
  refuseUnstorable(input)
  const { order_id, line_item_id, units } = input
  const line = await lineToReplace(order_id, line_item_id, container)
  if (!line) {
    throw new Refusal("line_not_found", { id: line_item_id, order_id }, [
      "line_item_id",
    ])
  }
  await refuseSent(input, container)
  const { settings } = container.resolve(FOLLOW_UP_MODULE)
  const [language = null] = customerLanguages(line, settings.language)
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
    unit_price: line.paid_per_unit,
    currency_code: line.currency_code,
    link_id: newLinkId(),
    language,
    expires_at: new Date(
      clockOf(container).now().getTime() + PREPARED_WITHIN_MS
    ),
    created_by: input.actor_id,
    alternatives: await alternativesOf(input, line, container),
  }
}

/** What was packed cannot be replaced. */
async function refuseSent(
  { order_id, line_item_id, units }: OfferAlternativesInput,
  container: MedusaContainer
): Promise<void> {
  const lines = await linesOfOrders([order_id], container)
  const line = lines.find(({ id }) => id === line_item_id)
  if (!line || line.order_ended || line.outstanding === 0) {
    throw new Refusal("nothing_to_send", {})
  }
  if (units > line.outstanding) {
    throw new Refusal(
      "too_many_units",
      {
        was: units,
        outstanding: line.outstanding,
      },
      ["units"]
    )
  }
}

async function alternativesOf(
  input: OfferAlternativesInput,
  line: LineToReplace,
  container: MedusaContainer
): Promise<NewOffer["alternatives"]> {
  const sold = await offeredVariants(
    input.alternatives.map(({ variant_id }) => variant_id),
    line,
    container
  )
  const decimals = decimalsOf(line.currency_code)
  const alternatives: NewOffer["alternatives"] = []
  for (const [index, asked] of input.alternatives.entries()) {
    const variant = sold.get(asked.variant_id)
    if (!variant || asked.variant_id === line.variant_id) {
      throw new Refusal("variant_not_sold", { was: asked.variant_id }, [
        "alternatives",
        index,
        "variant_id",
      ])
    }
    const { variant_id, quantity, location_id } = asked
    const unit_price = priceOf(asked, variant, input.units, line, decimals)
    const { total_before, total_after } = await previewSettlement(
      {
        order_id: input.order_id,
        line_item_id: input.line_item_id,
        actor_id: input.actor_id,
        deed: {
          kind: "replace",
          units: input.units,
          by: [
            {
              variant_id,
              quantity,
              unit_price,
              location_id,
              hold_reservation_ids: [],
            },
          ],
        },
      },
      container
    )
    alternatives.push({
      variant_id,
      title: variant.title,
      variant_title: variant.variant_title,
      sku: variant.sku,
      thumbnail: variant.thumbnail,
      quantity,
      unit_price,
      listed_unit_price: variant.unit_price,
      location_id,
      difference: difference(total_before, total_after, decimals),
    })
  }
  return alternatives
}

function priceOf(
  { price, quantity }: AlternativeToOffer,
  { unit_price: listed }: OfferedVariant,
  units: number,
  { price_to_match }: LineToReplace,
  decimals: number
): number {
  const matched = amountForEach(price_to_match * units, quantity, decimals)
  if (price === undefined) {
    return Math.min(listed, matched)
  }
  return price === "listed" ? listed : matched
}

function difference(before: number, after: number, decimals: number): number {
  return Number((after - before).toFixed(decimals))
}
