import type { ArrangeReason } from "../../../desk/arrange-delivery"
import type { Label } from "../../../desk/kind"
import type {
  AdminComingLater,
  AdminCommandFollowUp,
  AdminFollowUpOrderNotice,
  Instant,
} from "../follow-ups/types"
import type { AdminPlannedWindow, LocalDate } from "./templates/types"

/** A window that is open for an order. */
export type AdminOpenDeliveryWindow = {
  id: string
  /** Of the template that it was made from; empty if that is gone. */
  name: string
  /** The local date on which it starts. */
  local_date: string
  starts_at: Instant
  ends_at: Instant
  /** "HH:MM", local. */
  local_start: string
  local_end: string
  time_zone: string
  /** The shipping options that it is bound to; empty: every one of its zone. */
  shipping_option_ids: string[]
  capacity: number
  /** `orders`, `items` or one of the option `capacity_units`. */
  capacity_unit: string
  booked: number
  free: number
  /** No more places are left than the option `nearly_full` says. */
  is_nearly_full: boolean
  /** Until when it may be booked. */
  cut_off_at: Instant
  /** It ends when an authorized payment of this order can no longer be captured. */
  is_beyond_authorization: boolean
  /**
   * How much this order takes up of its unit could not be counted: whoever books
   * it has to know that it fits.
   */
  is_size_unknown: boolean
}

/** The place that an order has in a window. */
export type AdminDeliveryBooking = {
  id: string
  order_id: string | null
  status: "held" | "confirmed" | "delivered" | "late" | "missed" | "released"
  /** Why a person should look at it, such as `address_changed`. */
  flag: string | null
  /** Of its window's capacity unit. */
  units: number
  window: Omit<
    AdminOpenDeliveryWindow,
    "free" | "is_nearly_full" | "is_beyond_authorization" | "is_size_unknown"
  >
  /** `agent`: on the phone; `shop`: without the customer, who is told. */
  agreed_by: "customer" | "agent" | "shop" | null
  /** Why it was booked although the window was full. */
  overbooked_reason: string | null
  expected_at: Instant | null
  delivered_at: Instant | null
  /** Minutes after the window's end; null if it was in time, or is not over. */
  late_minutes: number | null
}

/** What happened to a booking. */
export type AdminDeliveryBookingEvent = {
  id: string
  kind: string
  data: Readonly<Record<string, unknown>>
  actor_id: string | null
  /** Null for the customer, and for the shop itself. */
  actor_name: string | null
  /** That it was put into; null if it stayed where it was. */
  window: Pick<
    AdminOpenDeliveryWindow,
    "id" | "local_date" | "local_start" | "local_end" | "time_zone"
  > | null
  occurred_at: Instant
}

/** When an order's courier comes. */
export type AdminDeliveryOfOrder = {
  order_id: string
  /** Whether any window could be booked for it: nothing is shown otherwise. */
  has_windows: boolean
  /** The active one, or else the last. */
  booking: AdminDeliveryBooking | null
  /** Of all its bookings, the latest first. */
  history: AdminDeliveryBookingEvent[]
  /** Those that are open for it, the earliest first. */
  windows: AdminOpenDeliveryWindow[]
  /** Those that have no room for it: booked with a reason, by those who may. */
  full_windows: AdminOpenDeliveryWindow[]
  /** How many windows are open for it. */
  window_count: number
  /** How many have no room for it. */
  full_window_count: number
  /** Why a window is to be agreed on; null if nothing is to be done. */
  reason: ArrangeReason | null
  /** The window that the customer wished for and did not get. */
  wish: {
    window_id: string
    starts_at: Instant
    ends_at: Instant
    time_zone: string
  } | null
  /**
   * The customer's page to move the booking; null if it cannot be moved by them.
   */
  link: string | null
  /**
   * The booked window is later than an authorized payment can be captured, and
   * until when it can.
   */
  warning: { kind: "beyond_authorization"; until: Instant } | null
}

/**
 * The data of the sheet's section `delivery_window`, with the first nine
 * `windows`. `GET /admin/delivery-windows/orders/:order_id` has the rest.
 */
export type AdminDeliverySection = Omit<
  AdminDeliveryOfOrder,
  "history" | "full_windows"
>

/** `GET /admin/delivery-windows/orders/:order_id`, and what changes it. */
export type AdminDeliveryOfOrderResponse = {
  delivery: AdminDeliveryOfOrder
  /** The server's clock. */
  now: Instant
}

/**
 * `GET …/orders/:order_id/carrier`: the carrier is asked, and waited for briefly.
 */
export type AdminCarrierOfOrderResponse = {
  carrier_of_order: {
    /** Null if the order goes with no carrier that says when it comes. */
    carrier: { carrier: string; label: Label } | null
    /** Of the windows that are open for it, those in which no carrier comes. */
    missed_window_ids: string[]
    /**
     * What the carrier's shipment is created with, so that it comes in the
     * window that was agreed on; null without a window, or without a carrier.
     */
    shipment: {
      carrier: { carrier: string; label: Label }
      window: Pick<
        AdminOpenDeliveryWindow,
        "local_date" | "local_start" | "local_end" | "time_zone"
      >
      /** The carrier's own; null if none holds the window, or none is known. */
      interval: { id: string; local_start: string; local_end: string } | null
      /** Of the carrier's API. */
      fields: Readonly<Record<string, unknown>>
    } | null
  }
}

/** `POST …/orders/:order_id/book` */
export type AdminBookDeliveryWindow = AdminCommandFollowUp & {
  window_id: string
  /** To book a window that is full, on purpose. */
  overbook_reason?: string | null
  /**
   * Whether the user agreed on it with the customer in the call: then it is an
   * attempt that reached them. From the call sheet.
   */
  on_call?: boolean
}

/** `POST …/orders/:order_id/move` */
export type AdminMoveDeliveryBooking = AdminBookDeliveryWindow & {
  /**
   * `agent`, if omitted: with the customer, on the phone. `shop`: the customer
   * was not asked, and is told by a message; refused if none can reach them.
   */
  agreed_by?: "agent" | "shop"
}

/** `GET /admin/delivery-windows/granted` */
export type AdminDeliveryGrantedResponse = {
  /** Whether the caller may book a window that is full. */
  overbook: boolean
}

/** `POST …/orders/:order_id/release` */
export type AdminReleaseDeliveryBooking = { reason: string }

/** `POST …/orders/:order_id/link` */
export type AdminDeliveryLinkResponse = {
  link: string
  /** What the customer is sent with it, in their language. */
  message: string
  /** Of the message, if it is an e-mail. */
  subject: string
  /** How often they may still move it; by a link without moves they only see it. */
  moves_left: number
}

/** `GET /admin/delivery-windows?date=2026-12-24`; today without a date. */
export type AdminDeliveryBoardResponse = {
  date: LocalDate
  /** The local date now. */
  today: LocalDate
  time_zone: string
  /** In the order in which they start. */
  windows: AdminBoardWindow[]
  /** Bookings of windows that are over, of which nobody said what became. */
  backlog: { count: number; days: LocalDate[] }
  /**
   * Whether it is known what is short and what had better not go. While the
   * plugin's tables are locked, it is not: no item comes `later` then, all of an
   * order is to be collected, and nothing is among `notices` and `waits_for`.
   */
  knows_shortages: boolean
  /**
   * Whether the caller may read orders. Without, no booking says who gets what,
   * where, and for how much.
   */
  reads_orders: boolean
  now: Instant
}

export type AdminBoardWindow = AdminPlannedWindow & {
  /** Those that are delivered or missed, too; in the order of booking. */
  bookings: AdminBoardBooking[]
}

export type AdminBoardBooking = {
  id: string
  /** Null while a cart holds the place. */
  order: AdminOrderToDeliver | null
  status: "held" | "confirmed" | "late" | "delivered" | "missed"
  units: number
  /**
   * The other windows of the board that it may be moved to now; a full one with
   * a reason only.
   */
  open_window_ids: string[]
  /** Why a person should look at it: `address_changed`, `over_capacity`, … */
  flag: string | null
  expected_at: Instant | null
  delivered_at: Instant | null
  late_minutes: number | null
  overbooked_reason: string | null
  /**
   * Why it had better not go, the gravest first: not confirmed, short, declined.
   * Empty for a caller who may not read orders.
   */
  notices: AdminFollowUpOrderNotice[]
  /**
   * What the customer has agreed to wait for: nothing of the order goes before.
   * Empty for a caller who may not read orders.
   */
  waits_for: AdminComingLater[]
}

/**
 * What a courier has to know of an order; its id and number only, for a caller
 * who may not read orders. Amounts are in major units.
 */
export type AdminOrderToDeliver = {
  id: string
  display_id: number
  name: string | null
  /** As typed. */
  phone: string | null
  /** One line each, without the name. */
  address: string[]
  /** What the customer wrote with the order. */
  note: string | null
  /** To be paid when what goes now is delivered; 0 if nothing is. */
  to_collect: number
  /** The same, with what comes later. */
  to_collect_in_all: number
  currency_code: string
  items: {
    title: string
    /** Units that go now, of those that were not delivered. */
    quantity: number
    /** Units that come later, as was agreed. */
    later: { units: number; expected_at: Instant | null } | null
  }[]
  /** Whether only a part goes now: the rest comes later, or was delivered. */
  is_part: boolean
  is_canceled: boolean
}
