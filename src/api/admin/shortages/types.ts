import type {
  AlternativeOnOffer,
  Money,
  Offer,
  OfferAnswer,
} from "../../../modules/shortage"
import type {
  AgreedOnSheet,
  DeedInWords,
} from "../../../workflows/shortage/agreed-on-sheet"
import type { AlternativesForLine } from "../../../workflows/shortage/alternatives/asked-line"
import type { OfferedAlternative } from "../../../workflows/shortage/alternatives/offered"
import type { ExportedPins } from "../../../workflows/shortage/alternatives/export-pins"
import type { LineNotShown } from "../../../workflows/shortage/alternatives/pin-alternatives"
import type { NotShown } from "../../../workflows/shortage/alternatives/pin-cautions"
import type { PinnedOut } from "../../../workflows/shortage/alternatives/pinned-out"
import type { PinnedVariant } from "../../../workflows/shortage/alternatives/pins-of-product"
import type { Way } from "../../../workflows/shortage/alternatives/ways"
import type { Deed, Settlement } from "../../../workflows/shortage/settlement"
import type { ShortagesOfOrder } from "../../../workflows/shortage/short-lines-on-sheet"
import type { Replacement } from "../../../workflows/shortage/what-replaced-what"
import type {
  HeldUp,
  ShortItem,
} from "../../../workflows/shortage/what-is-short"
import type { AdminCommandFollowUp, Instant } from "../follow-ups/types"

/**
 * Whether somebody has dealt with a short line: `offered` while an offer is open,
 * until it ends; what the customer has agreed to; else `untouched`.
 */
export type AdminShortageState = {
  kind: "untouched" | "offered" | "wait" | "part_delivery"
  /** When the offer ends, or until when the customer waits, if that is known. */
  until: Instant | null
}

/** A line of an order, of which units are short now. */
export type AdminShortage = {
  id: string
  state: AdminShortageState
  /** The order's task; null if it has none. */
  task_id: string | null
  order_id: string
  /** Its number; null if it was deleted. */
  order_display_id: number | null
  /** When it was placed; null if it was deleted. */
  order_placed_at: Instant | null
  /** What it costs; null until that was read. */
  order_total: Money | null
  /** Null without `order:read`, too. */
  customer_name: string | null
  line_item_id: string
  variant_id: string | null
  /** As ordered. */
  title: string
  variant_title: string | null
  sku: string | null
  ordered: number
  /** Units that stock does not cover, or that were not found. */
  short_by: number
  /** Units that the reservations exceed the stock by. */
  computed: number
  /** Units that a person did not find. */
  reported: number
  since: Instant
  /** When all of it is expected; null if that is unknown. */
  expected_at: Instant | null
  /** Where units of its inventory items are lacking. */
  places: {
    inventory_item_id: string
    location_id: string
    lacking: number
  }[]
}

/**
 * A level whose own counter of reserved units differs from its reservations.
 * Medusa offers more or less for sale than there is until it is corrected.
 */
export type AdminShortageDrift = {
  inventory_item_id: string
  title: string | null
  sku: string | null
  location_id: string
  location_name: string | null
  /** What the level says. */
  counter: number
  /** What its reservations add up to. */
  reserved: number
}

/** `GET /admin/shortages` */
export type AdminShortageListResponse = {
  /** Those short for longest first. */
  shortages: AdminShortage[]
  /** Of the inventory items on this page, and of the one that is asked about. */
  drift: AdminShortageDrift[]
  count: number
  limit: number
  offset: number
}

/** What is short of one variant, and how much money waits for it. */
export type AdminShortItem = Omit<ShortItem, "since" | "expected_at"> & {
  since: Instant
  expected_at: Instant | null
}

/** `GET /admin/shortages/items` */
export type AdminShortItemListResponse = {
  /** What most orders wait for comes first. */
  items: AdminShortItem[]
  /** Of all items. An order that waits for several counts once. */
  total: HeldUp
  /** Orders whose amounts are not known yet; the sums are without them. */
  unpriced: number
  /** Of twenty inventory items at most, short or not. */
  drift: AdminShortageDrift[]
  count: number
  limit: number
  offset: number
}

/** How often a variant was taken and refused in place of another. */
export type AdminReplacement = Omit<Replacement, "last_answered_at"> & {
  last_answered_at: Instant
}

/** `GET /admin/shortages/replacements` */
export type AdminReplacementListResponse = {
  /** Most often taken first. */
  replacements: AdminReplacement[]
  count: number
  limit: number
  offset: number
}

/** `POST /admin/shortages/reports` */
export type AdminReportShortage = {
  order_id: string
  line_item_id: string
  /** Units of the line that are there: none of them are short if all are. */
  quantity_found: number
  reason?: string | null
  /** Whether the stock level becomes what was found. */
  correct_stock?: boolean
}

export type AdminShortageReportResponse = {
  /** What is short of the order now. */
  shortages: AdminShortage[]
}

/** `POST /admin/shortages/announcements` */
export type AdminAnnounceShortage = {
  /** Either this, or a variant: all its inventory items are meant then. */
  inventory_item_id?: string
  variant_id?: string
  /** Null: at every location that has no date of its own. */
  location_id?: string | null
  /** Null: what was announced before no longer counts. */
  expected_at: Instant | null
  note?: string | null
}

export type AdminShortageAnnouncement = {
  id: string
  inventory_item_id: string
  location_id: string | null
  expected_at: Instant | null
  note: string | null
  created_at: Instant
}

/** `GET /admin/shortages/announcements?inventory_item_id=`, and after a POST. */
export type AdminShortageAnnouncementListResponse = {
  announcements: AdminShortageAnnouncement[]
}

/** `data` of a section `shortage` of the call sheet. */
export type AdminShortageSection = Omit<
  ShortagesOfOrder,
  "lines" | "agreed"
> & {
  lines: (Omit<ShortagesOfOrder["lines"][number], "since" | "expected_at"> & {
    since: Instant | null
    expected_at: Instant | null
  })[]
  /** What was agreed and is done, the last first. */
  agreed: AdminShortageAgreed[]
}

/** What was agreed about a line, whether or not it is short still. */
export type AdminShortageAgreed = Omit<AgreedOnSheet, "deed" | "agreed_at"> & {
  deed:
    | Exclude<DeedInWords, { kind: "wait" }>
    | { kind: "wait"; until: Instant | null }
  agreed_at: Instant
}

/** Something offered in place of a short line. Amounts are in major units. */
export type AdminShortageOfferedAlternative = Omit<
  AlternativeOnOffer,
  "hold_id"
>

/** What was offered in place of a short line, with the line as it was. */
export type AdminShortageOffer = Omit<
  Offer,
  "link_id" | "expires_at" | "answered_at" | "created_at" | "alternatives"
> & {
  expires_at: Instant
  answered_at: Instant | null
  created_at: Instant
  alternatives: AdminShortageOfferedAlternative[]
  /** The customer's page, while the offer can be answered. */
  link: string | null
  /** What to send with it, in the customer's language. */
  message: string | null
  /** Of the message, if it is an e-mail. */
  subject: string | null
}

/** `POST /admin/shortages/orders/:order_id/offers` */
export type AdminOfferAlternatives = {
  line_item_id: string
  /** Units of the line that are to be replaced. */
  units: number
  /** One to five, of which the customer takes one. */
  alternatives: {
    variant_id: string
    quantity: number
    /** Where its units are held; null if its stock is not counted. */
    location_id: string | null
    /** Omitted: the lower of the two. */
    price?: "listed" | "matched"
  }[]
}

/** `POST /admin/shortages/offers/:id/answer` */
export type AdminAnswerOffer = AdminCommandFollowUp & {
  answer: OfferAnswer
  /** Which one, if it is accepted. */
  alternative_id?: string | null
  note?: string | null
  /**
   * Whether payments that are only authorized are captured before; omitted: as
   * was chosen on the offer.
   */
  capture_first?: boolean
}

/** `POST /admin/shortages/offers/:id` */
export type AdminChangeOffer = {
  /** Whether payments that are only authorized are captured before its answer. */
  capture_first: boolean
}

export type AdminShortageOfferResponse = { offer: AdminShortageOffer }

/** `GET /admin/shortages/orders/:order_id/offers` */
export type AdminShortageOfferListResponse = {
  /** The latest first. */
  offers: AdminShortageOffer[]
}

/** What may be agreed without another item; `kind` is the deed that does it. */
export type AdminShortageWay =
  | (Omit<Extract<Way, { kind: "other_location" }>, "expected_at"> & {
      expected_at: Instant | null
    })
  | { kind: "wait"; until: Instant | null }
  | Exclude<Way, { kind: "other_location" | "wait" }>

/** A variant that may be offered in place of what is short. */
export type AdminAlternative = OfferedAlternative

/**
 * `GET /admin/shortages/orders/:order_id/lines/:line_item_id/alternatives`. With
 * `q`, `alternatives` are what a search of the catalogue found, in its order.
 */
export type AdminAlternativesResponse = Omit<AlternativesForLine, "ways"> & {
  ways: AdminShortageWay[]
  /** What the shop has pinned to it, but may not be offered; why. */
  pinned_out: PinnedOut[]
}

/**
 * `POST /admin/shortages/orders/:order_id/settlements`, and with the same body
 * `…/settlements/preview`, which changes nothing.
 */
export type AdminSettleShortage = AdminCommandFollowUp & {
  line_item_id: string
  deed: AdminShortageDeed
  /** Whether a payment that is only authorized is captured before. */
  capture_first?: boolean
}

export type AdminShortageDeed =
  Exclude<Deed, { kind: "wait" }> | { kind: "wait"; until?: Instant | null }

/** What the order costs before and after, and what that means for the payment. */
export type AdminShortageSettlement = Settlement

export type AdminShortageSettlementResponse = {
  settlement: AdminShortageSettlement
}

/** `GET /admin/shortages/pins?product_id=` */
export type AdminPinsResponse = {
  /** All variants of the product, with what is pinned to each. */
  pins: AdminPinnedVariant[]
}

/** `POST /admin/shortages/orders/:order_id/refund`; in major units, as was told. */
export type AdminReturnMoney = AdminCommandFollowUp & { amount: number }

export type AdminReturnMoneyResponse = {
  refund: { order_id: string; amount: number }
}

/** The section of the sheet about money that a customer gets back, or has to pay. */
export type AdminMoneyDueSection = {
  direction: "refund" | "payment"
  order_id: string
  order_display_id: number | null
  /** In major units; 0 of a canceled order, whose payments Medusa refunds. */
  amount: number
  currency_code: string
}

export type AdminPinnedVariant = PinnedVariant

/** `POST /admin/shortages/pins` */
export type AdminPinAlternatives = {
  variant_id: string
  /** The first is offered first; empty: nothing is pinned any more. */
  replacement_variant_ids: string[]
}

export type AdminPinAlternativesResponse = AdminPinAlternatives & {
  /** What is pinned, but will not be shown, and why. */
  not_shown: NotShown[]
}

/** `GET /admin/shortages/pins/export` */
export type AdminPinsExportResponse = ExportedPins

/** `POST /admin/shortages/pins/import` */
export type AdminImportPins = {
  /** Lines with the SKU of a variant and that of what replaces it. */
  csv: string
}

export type AdminPinsImportResponse = {
  variants: number
  pairs: number
  /** Lines whose pairs are pinned, but will not be shown, and why. */
  not_shown: LineNotShown[]
}
