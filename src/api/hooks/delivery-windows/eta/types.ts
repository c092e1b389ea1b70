import type { Instant } from "../../../admin/follow-ups/types"

/**
 * `POST /hooks/delivery-windows/eta`, signed as Standard Webhooks has it. The
 * order is named in one of three ways.
 */
export type ReportDeliveryBody = {
  /** @defaultValue `eta` */
  type?: "eta" | "on_the_way" | "attempt_failed" | "delivered"
  order_id?: string
  /** The number that the customer has. */
  order_number?: number
  tracking_number?: string
  /**
   * When it was seen: of two reports, the one that was seen later is right.
   *
   * @defaultValue the `webhook-timestamp`
   */
  observed_at?: Instant
  /** When the courier expects to be there; `eta` needs it. */
  eta?: Instant
  /** @defaultValue `observed_at` */
  delivered_at?: Instant
  /** Why the attempt failed. */
  reason?: string
  /** Where the proof of delivery is: an address, or the carrier's reference. */
  proof?: string
}

/** The answer to a report that was taken, or was taken before. */
export type ReportDeliveryResponse = {
  report: {
    order_id: string
    outcome: "taken" | "repeated"
    /** False: it is older than what is known, or the order has no window. */
    is_news: boolean
  }
}
