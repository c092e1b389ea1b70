import type { AdminFollowUpScriptFault } from "../../follow-ups/scripts/types"
import type { Instant } from "../../follow-ups/types"
import type { LocalDate } from "../templates/types"

export type AdminDeliveryMessageKind =
  "agreed" | "on_the_way" | "minutes" | "late" | "canceled"

/** A text to customers in one language. */
export type AdminDeliveryText = {
  kind: AdminDeliveryMessageKind
  /** A language tag. */
  language: string
  /** Liquid, one line; only e-mails have one. */
  subject: string
  /** Liquid. */
  body: string
  /** Whether the shop has changed it. */
  is_own: boolean
}

/** `GET /admin/delivery-windows/texts` */
export type AdminDeliveryTextListResponse = {
  texts: AdminDeliveryText[]
  /** What the texts may say besides the variables of scripts. */
  variables: {
    name: string
    example: string
    kind: "text" | "number" | "list"
  }[]
  /** The channels on which this store can send them; empty: none is sent. */
  channels: string[]
}

/** `POST /admin/delivery-windows/texts/:kind/:language`; `DELETE` undoes it. */
export type AdminSaveDeliveryText = { subject: string; body: string }

/** The answer to both. */
export type AdminDeliveryTextResponse = { text: AdminDeliveryText }

/** `POST /admin/delivery-windows/texts/preview` */
export type AdminPreviewDeliveryText = {
  /** A language tag: weekdays and times are formatted for it. */
  language: string
  subject: string
  body: string
  /** The order to fill in; examples if omitted. */
  order_id?: string
}

export type AdminDeliveryTextPreviewResponse = {
  preview: {
    /** Empty if there are faults. */
    subject: string
    body: string
    subject_faults: AdminFollowUpScriptFault[]
    body_faults: AdminFollowUpScriptFault[]
  }
}

/** A time that the customer was told. */
export type AdminDeliveryPromise = {
  id: string
  kind: "agreed" | "on_the_way" | "minutes" | "late"
  /** Null: any time up to `to_at`. */
  from_at: Instant | null
  to_at: Instant
  /** `store`, `phone`, `link`, `email` or `sms`; null as long as not told. */
  channel: string | null
  told_at: Instant | null
  /** Null: not known yet, or the customer has agreed to another time since. */
  kept: boolean | null
  replaced_at: Instant | null
  message: "waiting" | "sent" | "not_sent"
  /** Why it was not sent. */
  not_sent: "no_provider" | "no_address" | "refused" | "outdated" | null
}

/** `GET /admin/delivery-windows/orders/:order_id/promises`, the latest first. */
export type AdminDeliveryPromiseListResponse = {
  promises: AdminDeliveryPromise[]
}

/**
 * `GET /admin/delivery-windows/backlog`: bookings that are past, and of which
 * nobody knows what became.
 */
export type AdminDeliveryBacklogResponse = {
  /** Of all, however many are listed. */
  count: number
  /**
   * Nobody ever said that anything was delivered, so that further orders are not
   * asked about.
   */
  is_unheard: boolean
  /** The longest past first. */
  bookings: AdminUnheardDelivery[]
}

/** A booking that is past, and of which nobody knows what became. */
export type AdminUnheardDelivery = {
  id: string
  order_id: string | null
  window_id: string
  status: "confirmed" | "late"
  expected_at: Instant | null
  window: {
    local_date: LocalDate
    local_start: string
    local_end: string
    time_zone: string
    ends_at: Instant
  }
  /** Null for one that was deleted; without a person's data for who may not. */
  order: {
    display_id: number
    name: string | null
    phone: string | null
  } | null
  /** What Medusa knows of its parcels. */
  parcels: "none" | "packed" | "shipped"
}
