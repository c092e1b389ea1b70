import type { MedusaContainer } from "@medusajs/framework/types"
import { clockOf } from "../../../clock"
import {
  type Answer,
  type Offer,
  SHORTAGE_MODULE,
} from "../../../modules/shortage"
import { loadOrders } from "../../../shop/orders"

/**
 * Has later rankings learn from what a customer took, and from what they
 * refused. One that they passed over for another was not refused.
 */
export async function keepAnswer(
  offer: Offer,
  container: MedusaContainer
): Promise<void> {
  const { variant_id, order_id, line_item_id, answer } = offer
  if (variant_id === null) {
    return
  }
  const now = clockOf(container).now()
  const [order] = (await loadOrders([order_id], container)).values()
  const answers = offer.alternatives.flatMap((one): Answer[] => {
    const accepted = answer === "accept" && one.id === offer.alternative_id
    return accepted || answer === "refuse" || answer === "another"
      ? [
          {
            variant_id,
            replacement_variant_id: one.variant_id,
            order_id,
            line_item_id,
            customer_id: order?.customer?.id ?? null,
            email: order?.email ?? null,
            accepted,
            offer_id: offer.id,
            answered_at: offer.answered_at ?? now,
          },
        ]
      : []
  })
  await container.resolve(SHORTAGE_MODULE).keepAnswers(answers, now)
}
