import type { MedusaContainer } from "@medusajs/framework/types"
import { aheadOf, clockOf } from "../../clock"
import {
  type Booking,
  DELIVERY_WINDOW_MODULE,
} from "../../modules/delivery-window"
import type { Delivery } from "../../shop/deliveries"
import { countedFor } from "./units"

/**
 * Makes a booking fit an order that has changed: it takes up what the order
 * does, and a person is asked where that does not fit, or where the order goes
 * elsewhere or in another way than before. What the shop's own code cannot count
 * keeps what it has until it can, and of what a customer booked a person is asked.
 */
export async function fitBooking(
  booking: Booking,
  delivery: Delivery,
  container: MedusaContainer
): Promise<Booking> {
  const [window] = await container
    .resolve(DELIVERY_WINDOW_MODULE)
    .listWindows({ window_ids: [booking.window_id] })
  const units = window
    ? countedFor(window, delivery.items, container)
    : booking.units
  const flagged = await flagChanged(booking, delivery, units, container)
  return units === null
    ? flagged
    : await fitUnits(flagged, delivery, units, container)
}

/**
 * Notices that a booked order goes elsewhere, or in another way, than before, or
 * that nobody knows how much it takes up.
 */
async function flagChanged(
  booking: Booking,
  { order_id, address, shipping_options }: Delivery,
  units: number | null,
  container: MedusaContainer
): Promise<Booking> {
  const windows = container.resolve(DELIVERY_WINDOW_MODULE)
  const known = await windows.readKnownDelivery(order_id)
  const now = {
    booking_id: booking.id,
    address,
    shipping_options: shipping_options
      .map(({ id }) => id)
      .sort()
      .join(" "),
  }
  const flag =
    known?.booking_id !== booking.id
      ? units === null && !booking.flag && booking.agreed_by === "customer"
        ? UNITS_UNKNOWN
        : null
      : known.address !== now.address
        ? "address_changed"
        : known.shipping_options !== now.shipping_options
          ? "shipping_changed"
          : null
  if (flag) {
    await windows.flagBooking(booking.id, flag)
  }
  await windows.keepKnownDelivery(order_id, {
    ...now,
    asked_units:
      !flag && known?.booking_id === booking.id ? known.asked_units : null,
  })
  return flag ? { ...booking, flag } : booking
}

const OUTGROWN = "outgrown"
const UNITS_UNKNOWN = "units_unknown"

/** That an order has outgrown its window is said in place of these only. */
const GIVES_WAY: readonly (string | null)[] = [null, OUTGROWN, UNITS_UNKNOWN]

/**
 * Takes what an order has grown by, if it is free, and gives back what it has
 * shrunk by. Where it is not free the booking keeps its place, and somebody is
 * asked once about so many units; it is tried again when others leave.
 */
async function fitUnits(
  booking: Booking,
  { order_id }: Delivery,
  units: number,
  container: MedusaContainer
): Promise<Booking> {
  const windows = container.resolve(DELIVERY_WINDOW_MODULE)
  const is_unknown = booking.flag === UNITS_UNKNOWN
  if (units === booking.units && booking.flag !== OUTGROWN && !is_unknown) {
    return booking
  }
  const resized = await windows.resize(
    { booking_id: booking.id, units },
    aheadOf(clockOf(container))
  )
  const known = await windows.readKnownDelivery(order_id)
  if (resized.refused !== "full") {
    if (known?.asked_units != null) {
      // Grown to as many once more, somebody is asked once more.
      await windows.keepKnownDelivery(order_id, { ...known, asked_units: null })
    }
    const fitting = resized.booking ?? booking
    if (is_unknown) {
      await windows.flagBooking(booking.id, null, UNITS_UNKNOWN)
      return { ...fitting, flag: null }
    }
    return fitting
  }
  if (
    !known ||
    known.asked_units === units ||
    !GIVES_WAY.includes(booking.flag)
  ) {
    return booking
  }
  await windows.keepKnownDelivery(order_id, { ...known, asked_units: units })
  await windows.flagBooking(booking.id, OUTGROWN)
  return { ...booking, flag: OUTGROWN }
}
