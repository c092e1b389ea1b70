import type { MedusaContainer } from "@medusajs/framework/types"
import { clockOf } from "../../../clock"
import {
  type Offer,
  type OfferEndReason,
  SHORTAGE_MODULE,
} from "../../../modules/shortage"
import { type LineOfOrder, linesOfOrders } from "../../../shop/ordered-lines"
import { reportError } from "../../desk/report-error"
import { noReply, tellWhileRecent } from "../../follow-up/record-deed"
import { noteOffer } from "./note-offer"
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
  const told = await tellCalls(
    (await shortage.listOverdueOffers(AT_ONCE, now)).map((offer) => ({
      offer,
      ended_at: offer.expires_at,
    })),
    container
  )
  const expired = await shortage.expireOffers(
    told.map(({ offer }) => offer.id),
    now
  )
  await shortage.endHolds(expired, now)
  await noteEnds(told, expired, "expired", container)
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
  const now = clockOf(container).now()
  const idle = open.flatMap((offer) => {
    const end_reason = whyIdle(offer, lines)
    return end_reason ? [{ offer, end_reason, ended_at: now }] : []
  })
  const told = await tellCalls(idle, container)
  const ended = told.map(({ offer: { id }, end_reason }) => ({
    id,
    end_reason,
  }))
  if (ended.length > 0) {
    const withdrawn = await shortage.endOffers(ended, now)
    await releaseHolds(withdrawn, container)
    await noteEnds(told, withdrawn, "withdrawn", container)
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

/**
 * Tells the call of each order that its customer can no longer answer. An offer
 * is ended after that, so that what a crash leaves is told again.
 *
 * @returns those that may end: without those whose call is busy
 */
async function tellCalls<T extends { offer: Offer; ended_at: Date }>(
  ending: readonly T[],
  container: MedusaContainer
): Promise<T[]> {
  const told: T[] = []
  for (const each of ending) {
    const { order_id, created_at, status } = each.offer
    const asked = { asked_at: created_at, ended_at: each.ended_at }
    try {
      if (status === "open") {
        await tellWhileRecent(
          { order_id, at: each.ended_at },
          async () => await noReply(order_id, asked, container),
          container
        )
      }
      told.push(each)
    } catch (error) {
      reportError(
        `the call about ${order_id} does not know yet that its offer has ended`,
        error,
        container
      )
    }
  }
  return told
}

/** One that was still being prepared, nobody knows of. */
async function noteEnds(
  told: readonly { offer: Offer }[],
  ended: readonly string[],
  happened: "expired" | "withdrawn",
  container: MedusaContainer
): Promise<void> {
  for (const { offer } of told) {
    if (offer.status === "open" && ended.includes(offer.id)) {
      await noteOffer(offer, happened, null, container)
    }
  }
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
