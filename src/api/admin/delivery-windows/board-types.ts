import type { Instant } from "../follow-ups/types"
import type { AdminPlannedWindow, LocalDate } from "./templates/types"

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
  /** Why a person should look at it: `address_changed`, `over_capacity`, … */
  flag: string | null
  expected_at: Instant | null
  delivered_at: Instant | null
  late_minutes: number | null
  overbooked_reason: string | null
}

/** What a courier has to know of an order. Amounts are in major units. */
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
  /** To be paid on delivery; 0 if nothing is. */
  to_collect: number
  currency_code: string
  items: { title: string; quantity: number }[]
  is_canceled: boolean
}
