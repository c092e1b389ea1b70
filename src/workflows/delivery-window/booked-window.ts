import type { MedusaContainer } from "@medusajs/framework/types"
import {
  type Booking,
  DELIVERY_WINDOW_MODULE,
  isActiveBooking,
  type Window,
} from "../../modules/delivery-window"
import type { DoneBy } from "../follow-up/settle-follow-ups"

/** The window that an order's courier comes in; null if none is agreed. */
export async function bookedWindow(
  order_id: string,
  container: MedusaContainer
): Promise<{ booking: Booking; window: Window } | null> {
  const service = container.resolve(DELIVERY_WINDOW_MODULE)
  const bookings = await service.readBookings({ order_ids: [order_id] })
  const booking = bookings.find(isActiveBooking)
  const [window] = booking
    ? await service.listWindows({ window_ids: [booking.window_id] })
    : []
  return booking && window ? { booking, window } : null
}

/**
 * Whose deed a booking is, where it closes a task: the user's who wrote it down,
 * or the customer's, at checkout or by the link; null: a program's.
 */
export function whoAgreed({
  agreed_by,
  actor_id,
}: Pick<Booking, "agreed_by" | "actor_id">): DoneBy | null {
  if (agreed_by === "customer") {
    return "customer"
  }
  return actor_id === null ? null : { user_id: actor_id }
}

/** Those of an order and of the cart that it was, the first taken first. */
export async function bookingsOf(
  order_id: string,
  cart_id: string | null,
  container: MedusaContainer
): Promise<Booking[]> {
  const windows = container.resolve(DELIVERY_WINDOW_MODULE)
  const own = await windows.readBookings({ order_ids: [order_id] })
  const held = await windows.readBookings({
    cart_ids: cart_id ? [cart_id] : [],
  })
  return [...held.filter((one) => one.order_id === null), ...own]
}
