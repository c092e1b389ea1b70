import type { ShortLine } from "../noticing/short-line"

/** What was agreed about a line that is short. */
export type Deed =
  | { kind: "replace"; units: number; by: Replacement[] }
  | { kind: "remove"; units: number }
  /** `units` are sent now; the rest of the line comes later. */
  | { kind: "part_delivery"; units: number }
  | { kind: "wait"; until: Date | string | null }
  | { kind: "other_location"; location_id: string }

/** What leaves the order as it is, while what is short comes later. */
export type LaterDeed = Extract<Deed, { kind: "part_delivery" | "wait" }>

/** Whether it stands: what has begun only may still be undone. */
export const stands = ({ state }: Pick<Settled, "state">): boolean =>
  state === "confirmed" || state === "done"

export function isForLater(deed: Deed): deed is LaterDeed {
  return deed.kind === "wait" || deed.kind === "part_delivery"
}

/** What comes in place of the units that are short. */
export type Replacement = {
  variant_id: string
  quantity: number
  /** As the line's unit price, in major units. */
  unit_price: number
  /** Where it is reserved; null if its stock is not counted. */
  location_id: string | null
  /** Reservations that have held it for the customer until now. */
  hold_reservation_ids: string[]
}

/** What an order edit means for what the customer pays, in major units. */
export type SettledMoney =
  | { kind: "none"; amount: 0 }
  /** The customer has to pay it; a payment collection is open for it. */
  | { kind: "due"; amount: number }
  /** Was paid too much, and is to be returned. */
  | { kind: "refund_due"; amount: number }
  /** What the courier has to collect. */
  | { kind: "collect"; amount: number }

/** What the agent should know before, or after. */
export type SettlementWarning =
  /**
   * The discount gets smaller by this, in major units, beyond what follows from
   * a lower price.
   */
  | { code: "promotion_lost"; amount: number }
  /** Medusa cancels this authorized payment: the customer has to pay anew. */
  | { code: "payment_canceled"; amount: number }
  /** Somebody has begun to change the order; nothing can be settled now. */
  | {
      code: "change_open"
      change_id: string
      change_type: string
      opened_by: string | null
      opened_at: string
    }
  /** The order is changed; what follows is carried out in a minute. */
  | { code: "unfinished" }

export type SettlementResult = {
  order_id: string
  /** The order change; null if the order itself stays as it is. */
  change_id: string | null
  total_before: number
  total_after: number
  currency_code: string
  money: SettledMoney
  warnings: SettlementWarning[]
}

/** The order's amounts when a settlement began. */
export type Before = {
  total: number
  discount_total: number
  /** What its items cost before discounts. */
  goods: number
  pending: number
  /** Of payments that were not captured. */
  authorized: number
}

/**
 * How far it has come: as long as it is `begun`, it may be undone; when the
 * change is `confirmed`, it can only be completed.
 */
export type SettlementState = "begun" | "confirmed" | "done" | "undone"

/** A settlement as stored. */
export type Settled = {
  id: string
  order_id: string
  line_item_id: string
  deed: Deed
  actor_id: string | null
  offer_id: string | null
  state: SettlementState
  run: number
  /** Known before the change is made, so that it is recognized after a crash. */
  change_id: string | null
  /** The lines that it adds. */
  line_ids: string[]
  /** The reservations that it takes over. */
  hold_ids: string[]
  before: Before
  result: SettlementResult | null
  created_at: Date
}

/**
 * What the customer has agreed to since the line became short, if its units are
 * to come later; null if nothing of the kind.
 *
 * @param settlements - of the order, the newest first
 */
export function agreedForLater(
  { line_item_id, since }: Pick<ShortLine, "line_item_id" | "since">,
  settlements: readonly Settled[]
): LaterDeed | null {
  for (const { deed, created_at, ...settled } of settlements) {
    if (
      settled.line_item_id === line_item_id &&
      created_at >= since &&
      isForLater(deed)
    ) {
      return deed
    }
  }
  return null
}
