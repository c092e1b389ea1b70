import type { Window } from "../window"

/**
 * `held` ends by itself at `held_until`, `confirmed` is agreed, `late` is
 * expected or came after the window's end and is not yet there.
 */
export const STATUSES = [
  "held",
  "confirmed",
  "late",
  "delivered",
  "missed",
  "released",
] as const

export type BookingStatus = (typeof STATUSES)[number]

/** The statuses in which a booking takes up its units of the window. */
export const ACTIVE = [
  "held",
  "confirmed",
  "late",
] as const satisfies readonly BookingStatus[]

/** Whether a booking takes up its units of the window. */
export function isActiveBooking({ status }: Pick<Booking, "status">): boolean {
  return ACTIVE.some((one) => one === status)
}

/** A place that an order, or a cart, has in a delivery window. */
export type Booking = {
  id: string
  window_id: string
  order_id: string | null
  cart_id: string | null
  status: BookingStatus
  /** In the window's unit. */
  units: number
  held_until: Date | null
  /** When the place in this window was taken. */
  taken_at: Date
  expected_at: Date | null
  delivered_at: Date | null
  late_minutes: number | null
  /** What a person must look at, such as `over_capacity`. */
  flag: string | null
  agreed_by: AgreedBy | null
  /** The user; null for a program, or the customer. */
  actor_id: string | null
  overbooked_reason: string | null
  /** Why it was released: `expired`, a refusal, or what a person said. */
  release_reason: string | null
  /** How often the customer moved it. */
  customer_moves: number
  created_at: Date
  updated_at: Date
}

/**
 * `agent`: with the customer, on the phone. `shop`: without them, who are told by
 * a message.
 */
export type AgreedBy = "customer" | "agent" | "shop"

/** Why no place was taken, or a booking did not change. */
export type Refused =
  /** Not so many units are free. */
  | "full"
  /** The window's cut-off has passed. */
  | "cut_off"
  /** The window begins within its lead time. */
  | "too_soon"
  /** The window takes no bookings. */
  | "closed"
  /** The window has begun, or the booking is no longer active. */
  | "gone"
  | "not_found"
  /** The customer has moved it as often as customers may. */
  | "moves_used_up"
  /** The order has a place in another window. */
  | "already_booked"

/**
 * What became of a request for a place. A refused one has the booking that is
 * concerned, as it is now, and the next window with so many units free.
 */
export type BookingResult =
  | { booking: Booking; refused?: undefined }
  | { refused: Refused; next: Window | null; booking: Booking | null }

/** Something that happened to a booking. */
export type BookingEvent = {
  id: string
  booking_id: string
  kind: string
  data: Record<string, unknown>
  actor_id: string | null
  occurred_at: Date
}
