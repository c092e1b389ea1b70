import type { MedusaContainer } from "@medusajs/framework/types"
import { clockOf } from "../../../clock"
import {
  type Offer,
  type OfferEndReason,
  SHORTAGE_MODULE,
} from "../../../modules/shortage"
import { type LineOfOrder, linesOfOrders } from "../../../shop/ordered-lines"
import { clearEndedHolds, releaseHolds } from "./hold-units"

/** Offers that one tick ends. */
const AT_ONCE = 200

/** Orders that one run of the reconciler looks at; there are seldom as many. */
const ORDERS = 500

/** At each tick: ends what has expired, and releases what was held for it. */
export async function endExpiredOffers(
  container: MedusaContainer
): Promise<void> {
  const shortage = container.resolve(SHORTAGE_MODULE)
  const now = clockOf(container).now()
  await shortage.endHolds(await shortage.expireOffers(AT_ONCE, now), now)
  await clearEndedHolds(container)
}

/**
 * Withdraws the offers of these orders that can no longer be carried out, as
 * nothing or less is yet to be sent of what they would replace, and releases what
 * was held for them.
 */
export async function endIdleOffers(
  order_ids: readonly string[],
  container: MedusaContainer
): Promise<void> {
  if (order_ids.length === 0) {
    return
  }
  const shortage = container.resolve(SHORTAGE_MODULE)
  const open = (await shortage.readOffers({ order_ids })).filter(
    ({ status }) => status === "preparing" || status === "open"
  )
  const lines = await linesOfOrders(
    [...new Set(open.map(({ order_id }) => order_id))],
    container
  )
  const ended = open.flatMap((offer) => {
    const end_reason = whyIdle(offer, lines)
    return end_reason ? [{ id: offer.id, end_reason }] : []
  })
  if (ended.length > 0) {
    await releaseHolds(
      await shortage.endOffers(ended, clockOf(container).now()),
      container
    )
  }
}

/** The reconciler's part: the same where the order's event was lost. */
export async function endAllIdleOffers(
  container: MedusaContainer
): Promise<void> {
  const orders = await container
    .resolve(SHORTAGE_MODULE)
    .listOrdersWithOffers(ORDERS)
  await endIdleOffers(orders, container)
}

function whyIdle(
  { order_id, line_item_id, ordered, units }: Offer,
  lines: readonly LineOfOrder[]
): OfferEndReason | null {
  const [any] = lines.filter((line) => line.order_id === order_id)
  const line = lines.find(({ id }) => id === line_item_id)
  if (any?.order_ended === "canceled") {
    return "order_canceled"
  }
  if (!line || (line.outstanding < units && line.ordered < ordered)) {
    return "order_changed"
  }
  return line.order_ended === "over" || line.outstanding < units
    ? "items_sent"
    : null
}
