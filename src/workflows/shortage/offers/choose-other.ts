import type { MedusaContainer } from "@medusajs/framework/types"
import { clockOf } from "../../../clock"
import {
  type NewOffer,
  type Offer,
  SHORTAGE_MODULE,
} from "../../../modules/shortage"
import { isRefusal, Refusal } from "../../../refusals"
import { alternativesFor } from "../alternatives/alternatives-for"
import { lineToReplace } from "../alternatives/asked-line"
import { placeHold } from "./hold-units"
import { pricedAlternatives } from "./priced-alternatives"

/**
 * What the customer may choose themselves instead of what was offered, as listed:
 * what the plugin would propose, as far as it is not on the offer. None of it is
 * held. Nothing once the line is no longer to be sent.
 */
export async function othersFor(
  { order_id, line_item_id, units, alternatives }: Offer,
  container: MedusaContainer
): Promise<NewOffer["alternatives"]> {
  try {
    const found = await alternativesFor(
      { order_id, line_item_id, units },
      container
    )
    return await pricedAlternatives(
      found.alternatives
        .filter(
          ({ variant_id }) =>
            !alternatives.some((offered) => offered.variant_id === variant_id)
        )
        .map(({ variant_id, units: quantity, location_id }) => ({
          variant_id,
          quantity,
          location_id,
          // The customer sees what it costs.
          price: "listed",
        })),
      {
        units,
        line: await lineToReplace(order_id, line_item_id, container),
        actor_id: null,
      },
      container
    )
  } catch (error) {
    if (isRefusal(error)) {
      return []
    }
    throw error
  }
}

/**
 * Holds what the customer has chosen themselves, as listed, and puts it on the
 * offer.
 *
 * @returns the alternative's id
 * @throws Refusal `not_offered` unless it is among the others, and `units_gone`
 */
export async function chooseOther(
  offer: Offer,
  variant_id: string,
  container: MedusaContainer
): Promise<string> {
  const others = await othersFor(offer, container)
  const chosen = others.find((one) => one.variant_id === variant_id)
  if (!chosen) {
    throw new Refusal(
      "not_offered",
      {
        was: variant_id,
        allowed: others.map((one) => one.variant_id).join(", "),
      },
      ["variant_id"]
    )
  }
  const { quantity, location_id } = chosen
  const { id: offer_id, expires_at } = offer
  const hold_id = await placeHold(
    { offer_id, variant_id, quantity, location_id, expires_at },
    container
  )
  return await container
    .resolve(SHORTAGE_MODULE)
    .addAlternative({ ...chosen, offer_id, hold_id }, clockOf(container).now())
}
