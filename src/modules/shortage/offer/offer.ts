import type { EndReason } from "../noticing/short-line"

/**
 * What has become of an offer. While it is `settling`, what was agreed is being
 * carried out.
 */
export type OfferStatus =
  "preparing" | "open" | "settling" | "answered" | "expired" | "withdrawn"

/**
 * Why an offer was withdrawn by itself: its order was canceled, or what it would
 * replace is no longer in the order, or on its way.
 */
export type OfferEndReason = Extract<
  EndReason,
  "order_canceled" | "order_changed" | "items_sent"
>

/**
 * What the customer said: this one, none of these, something else, without it,
 * or that they want it once it is there again.
 */
export const OFFER_ANSWERS = [
  "accept",
  "refuse",
  "another",
  "remove",
  "notify",
] as const

export type OfferAnswer = (typeof OFFER_ANSWERS)[number]

/** Something offered in place of a short line. Prices are in major units. */
export type AlternativeOnOffer = {
  id: string
  variant_id: string
  title: string
  variant_title: string | null
  sku: string | null
  thumbnail: string | null
  quantity: number
  unit_price: number
  /** What it costs without the offer. */
  listed_unit_price: number
  location_id: string
  /** By how much the order's total changes; null if that is unknown. */
  difference: number | null
  hold_id: string | null
}

/** An offer, with the short line as it was when it was made. */
export type Offer = {
  id: string
  order_id: string
  line_item_id: string
  variant_id: string | null
  title: string
  variant_title: string | null
  sku: string | null
  thumbnail: string | null
  ordered: number
  /** Units that are to be replaced. */
  units: number
  unit_price: number
  currency_code: string
  status: OfferStatus
  /** Null unless it was withdrawn by itself. */
  end_reason: OfferEndReason | null
  link_id: string
  language: string | null
  expires_at: Date
  answer: OfferAnswer | null
  answered_via: "phone" | "link" | null
  answered_at: Date | null
  alternative_id: string | null
  /** Whether payments that are only authorized are captured before. */
  capture_first: boolean
  note: string | null
  created_by: string | null
  answered_by: string | null
  created_at: Date
  alternatives: AlternativeOnOffer[]
}

/** What is known of an offer before it is made. */
export type NewOffer = Pick<
  Offer,
  | "order_id"
  | "line_item_id"
  | "variant_id"
  | "title"
  | "variant_title"
  | "sku"
  | "thumbnail"
  | "ordered"
  | "units"
  | "unit_price"
  | "currency_code"
  | "link_id"
  | "language"
  | "expires_at"
  | "created_by"
> & { alternatives: Omit<AlternativeOnOffer, "id" | "hold_id">[] }

/** How an offer was answered. */
export type AnsweredOffer = {
  offer_id: string
  answer: OfferAnswer
  via: "phone" | "link"
  alternative_id: string | null
  /** Omitted: as was chosen on the offer. */
  capture_first?: boolean
  note: string | null
  actor_id: string | null
}

/**
 * Whether what was answered is carried out; after the others somebody has to
 * talk to the customer again.
 */
export function isDeed(answer: OfferAnswer): boolean {
  return answer !== "refuse" && answer !== "another"
}
