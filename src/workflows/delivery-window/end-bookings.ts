import type { MedusaContainer } from "@medusajs/framework/types"
import { aheadOf, clockOf } from "../../clock"
import {
  type Booking,
  DELIVERY_WINDOW_MODULE,
  isActiveBooking,
} from "../../modules/delivery-window"
import type { Delivery } from "../../shop/deliveries"
import { loadParcels } from "../../shop/parcels"
import { bookingsOf } from "./booked-window"
import { reportsOf } from "./tracking/follow-parcels"
import { judgingNow } from "./tracking/judging-now"

/**
 * Ends the bookings of an order for which nothing is to be brought any more: it
 * is deleted, canceled, or over. One that is over is taken as delivered, at a
 * time that nobody told, if its window has begun, and gives its place back if
 * not. While a parcel of it is on its way, it is followed until its window ends.
 *
 * @returns whether it is to be looked at again
 */
export async function endBookings(
  order_id: string,
  delivery: Delivery | undefined,
  container: MedusaContainer
): Promise<boolean> {
  const is_over = delivery !== undefined && !delivery.is_canceled
  const cart_id = delivery?.cart_id ?? null
  const active = async () =>
    (await bookingsOf(order_id, cart_id, container)).filter(isActiveBooking)
  if ((await active()).length === 0) {
    return false
  }
  const is_on_its_way = is_over && (await takeParcels(order_id, container))
  let is_watched = false
  for (const booking of await active()) {
    const end = is_over
      ? await endOfOver(booking, delivery.is_draft, is_on_its_way, container)
      : { reason: delivery ? "order_canceled" : "order_deleted" }
    is_watched ||= end === null
    await write(booking, end, container)
  }
  return is_watched
}

/** `delivered`, given back with a reason, or null for what is to come. */
type End = "delivered" | { reason: string } | null

async function endOfOver(
  { order_id, window_id, expected_at }: Booking,
  is_draft: boolean,
  is_on_its_way: boolean,
  container: MedusaContainer
): Promise<End> {
  const now = clockOf(container).now()
  const [window] = await container
    .resolve(DELIVERY_WINDOW_MODULE)
    .listWindows({ window_ids: [window_id] })
  if (order_id === null || is_draft || !window) {
    return { reason: "order_over" }
  }
  if (is_on_its_way && now < (expected_at ?? window.ends_at)) {
    return null
  }
  return window.starts_at <= now ? "delivered" : { reason: "order_over" }
}

async function write(
  { id: booking_id }: Booking,
  end: End,
  container: MedusaContainer
): Promise<void> {
  const windows = container.resolve(DELIVERY_WINDOW_MODULE)
  const ahead_ms = aheadOf(clockOf(container))
  if (end === "delivered") {
    await windows.markBooking(
      booking_id,
      { status: "delivered" },
      null,
      ahead_ms
    )
  } else if (end) {
    await windows.release({ booking_id, ...end, actor_id: null }, ahead_ms)
  }
}

/**
 * Takes what Medusa knows of an order's parcels, as it may know when they were
 * delivered.
 *
 * @returns whether one is on its way
 */
async function takeParcels(
  order_id: string,
  container: MedusaContainer
): Promise<boolean> {
  const windows = container.resolve(DELIVERY_WINDOW_MODULE)
  const parcels = await loadParcels([order_id], container)
  for (const report of reportsOf(parcels)) {
    await windows.takeReport(report, judgingNow(container))
  }
  return parcels.some(
    ({ shipped_at, delivered_at }) => shipped_at && !delivered_at
  )
}
