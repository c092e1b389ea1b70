import type { MedusaContainer } from "@medusajs/framework/types"
import { MathBN } from "@medusajs/framework/utils"
import { clockOf } from "../../../clock"
import {
  type AlternativeOnOffer,
  expectedAt,
  type Offer,
  type OfferAnswer,
  type OfferEndReason,
  SHORTAGE_MODULE,
} from "../../../modules/shortage"
import { Refusal } from "../../../refusals"
import { amountOf } from "../../../shop/amounts"
import { orderNumbers } from "../../../shop/order-numbers"
import { storeName } from "../../../shop/store"
import { othersFor } from "./choose-other"
import { idInToken } from "../../desk/customer-link"
import { unlessPast } from "../../desk/desk-today"
import { OFFER_PAGE } from "./offer-link"

/** What whoever has the link may know of an offer. Amounts are in major units. */
export type OfferForCustomer = {
  shop: string
  order_number: number | null
  /** `closed`: it has expired or was withdrawn, and the order is unchanged. */
  status: "open" | "answered" | "closed"
  answer: OfferAnswer | null
  /** Why it was closed, if it was closed by itself before its time was over. */
  end_reason: OfferEndReason | null
  /** Whole seconds until it ends. */
  seconds_left: number
  currency_code: string
  /** What the order costs since it was changed as answered; else null. */
  order_total: number | null
  language: string | null
  /** The day for which the supplier has promised it, while that is to come. */
  expected_on: string | null
  /** What is out of stock. */
  item: {
    title: string
    variant_title: string | null
    thumbnail: string | null
    units: number
    total: number
  }
  alternatives: {
    id: string
    title: string
    variant_title: string | null
    thumbnail: string | null
    units: number
    total: number
    /** By how much the order's total changes. */
    difference: number
    is_accepted: boolean
  }[]
  /** What they may choose themselves; it is not held. */
  others: {
    variant_id: string
    title: string
    variant_title: string | null
    thumbnail: string | null
    units: number
    total: number
    difference: number
  }[]
}

/**
 * The offer that a link leads to.
 *
 * @throws Refusal `offer_not_found` unless the token was signed here
 */
export async function offerOfToken(
  token: string,
  container: MedusaContainer
): Promise<Offer> {
  const link_id = idInToken(OFFER_PAGE, token, container)
  const [offer] = link_id
    ? await container
        .resolve(SHORTAGE_MODULE)
        .readOffers({ link_ids: [link_id] })
    : []
  if (!offer) {
    // The token is not repeated: whoever has it may answer.
    throw new Refusal("offer_not_found", { id: "…" }, ["token"])
  }
  return offer
}

/** What the customer is shown of an offer. */
export async function offerForCustomer(
  offer: Offer,
  container: MedusaContainer
): Promise<OfferForCustomer> {
  const numbers = await orderNumbers([offer.order_id], container)
  const ms_left =
    offer.expires_at.getTime() - clockOf(container).now().getTime()
  const total = amountOf(MathBN.mult(offer.unit_price, offer.units))
  const status = statusOf(offer, ms_left)
  const shown = ({
    title,
    variant_title,
    thumbnail,
    quantity,
    difference,
  }: Pick<
    AlternativeOnOffer,
    "title" | "variant_title" | "thumbnail" | "quantity" | "difference"
  >) => ({
    title,
    variant_title,
    thumbnail,
    units: quantity,
    total: amountOf(MathBN.add(total, difference ?? 0)),
    difference: difference ?? 0,
  })
  return {
    shop: await storeName(container),
    order_number: numbers.get(offer.order_id) ?? null,
    status,
    answer: offer.answer,
    end_reason: offer.end_reason,
    seconds_left: Math.max(0, Math.floor(ms_left / 1_000)),
    currency_code: offer.currency_code,
    order_total: await totalSince(offer, container),
    language: offer.language,
    expected_on: await expectedOn(offer, container),
    item: {
      title: offer.title,
      variant_title: offer.variant_title,
      thumbnail: offer.thumbnail,
      units: offer.units,
      total,
    },
    alternatives: offer.alternatives.map(({ id, ...one }) => ({
      id,
      ...shown(one),
      is_accepted: id === offer.alternative_id,
    })),
    others: (status === "open" ? await othersFor(offer, container) : []).map(
      ({ variant_id, ...one }) => ({ variant_id, ...shown(one) })
    ),
  }
}

async function expectedOn(
  { order_id, line_item_id }: Offer,
  container: MedusaContainer
): Promise<string | null> {
  const shortage = container.resolve(SHORTAGE_MODULE)
  const lines = await shortage.listShortLines({ order_ids: [order_id] })
  const places = lines
    .filter((line) => line.line_item_id === line_item_id)
    .flatMap((line) => line.places)
  const announcements = await shortage.readAnnouncements(
    places.map(({ inventory_item_id }) => inventory_item_id)
  )
  const at = await unlessPast(expectedAt(places, announcements), container)
  return at?.toISOString().slice(0, 10) ?? null
}

async function totalSince(
  { id, order_id, status }: Offer,
  container: MedusaContainer
): Promise<number | null> {
  if (status !== "answered" && status !== "settling") {
    return null
  }
  const settled = await container
    .resolve(SHORTAGE_MODULE)
    .readSettlements([order_id])
  const own = settled.find(({ offer_id }) => offer_id === id)
  return own?.result?.change_id ? own.result.total_after : null
}

function statusOf(
  { status }: Offer,
  ms_left: number
): OfferForCustomer["status"] {
  if (status === "answered" || status === "settling") {
    return "answered"
  }
  return status === "open" && ms_left > 0 ? "open" : "closed"
}
