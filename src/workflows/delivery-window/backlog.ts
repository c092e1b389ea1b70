import type { MedusaContainer } from "@medusajs/framework/types"
import { aheadOf, clockOf } from "../../clock"
import {
  type Booking,
  DELIVERY_WINDOW_MODULE,
  type Window,
} from "../../modules/delivery-window"
import { FOLLOW_UP_MODULE } from "../../modules/follow-up"
import {
  type OrderToDeliver,
  ordersToDeliver,
} from "../../shop/orders-to-deliver"
import { loadParcels, type Parcel } from "../../shop/parcels"
import { isUnheard } from "./tracking/undelivered"

/** A booking of which nobody knows what became. */
export type Unheard = {
  booking: Booking
  window: Window
  /** Null for an order that was deleted. */
  order: OrderToDeliver | null
  /** What Medusa knows of its parcels. */
  parcels: "none" | "packed" | "shipped"
}

/**
 * The bookings that are over, of which nobody knows what became, the longest
 * past first.
 */
export async function listBacklog(
  limit: number,
  container: MedusaContainer
): Promise<{ count: number; is_unheard: boolean; unheard: Unheard[] }> {
  const module = container.resolve(DELIVERY_WINDOW_MODULE)
  const { delivery_windows, customer_comment_key } =
    container.resolve(FOLLOW_UP_MODULE).settings
  const { count, booking_ids } = await module.readBacklog(
    limit,
    aheadOf(clockOf(container))
  )
  const bookings = await module.readBookings({
    booking_ids,
    // One may have been delivered meanwhile.
    status: ["confirmed", "late"],
  })
  const windows = await module.listWindows({
    window_ids: [...new Set(bookings.map(({ window_id }) => window_id))],
  })
  const order_ids = bookings.flatMap(({ order_id }) => order_id ?? [])
  const orders = await ordersToDeliver(
    order_ids,
    customer_comment_key,
    new Map(),
    container
  )
  const parcels = await loadParcels(order_ids, container)
  return {
    count,
    is_unheard:
      delivery_windows.undelivered_is_late && (await isUnheard(container)),
    unheard: booking_ids.flatMap((id) => {
      const booking = bookings.find((one) => one.id === id)
      const window = windows.find((one) => one.id === booking?.window_id)
      if (!booking || !window) {
        return []
      }
      const sent = parcels.filter((one) => one.order_id === booking.order_id)
      return [
        {
          booking,
          window,
          order: orders.get(booking.order_id ?? "") ?? null,
          parcels: stateOf(sent),
        },
      ]
    }),
  }
}

function stateOf(parcels: readonly Parcel[]): Unheard["parcels"] {
  if (parcels.length === 0) {
    return "none"
  }
  return parcels.some(({ shipped_at }) => shipped_at) ? "shipped" : "packed"
}
