import type { MedusaContainer } from "@medusajs/framework/types"
import { aheadOf, clockOf } from "../../clock"
import {
  type Booking,
  DELIVERY_WINDOW_MODULE,
} from "../../modules/delivery-window"
import type { Delivery } from "../../shop/deliveries"
import { unitsFor } from "./units"

/**
 * Makes a booking fit an order that has changed: it takes up what the order
 * does, and a person is asked where that does not fit, or where the order goes
 * elsewhere or in another way than before.
 */
export async function fitBooking(
  booking: Booking,
  delivery: Delivery,
  container: MedusaContainer
): Promise<Booking> {
  return await fitUnits(
    await flagChanged(booking, delivery, container),
    delivery,
    container
  )
}

/** Notices that a booked order goes elsewhere, or in another way, than before. */
async function flagChanged(
  booking: Booking,
  { order_id, address, shipping_options }: Delivery,
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
      ? null
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

/**
 * Takes what an order has grown by, if it is free, and gives back what it has
 * shrunk by. Where it is not free the booking keeps its place, and somebody is
 * asked once about so many units; it is tried again when others leave.
 */
async function fitUnits(
  booking: Booking,
  { order_id, items }: Delivery,
  container: MedusaContainer
): Promise<Booking> {
  const windows = container.resolve(DELIVERY_WINDOW_MODULE)
  const [window] = await windows.listWindows({
    window_ids: [booking.window_id],
  })
  const units = window ? unitsFor(window, items, container) : booking.units
  if (units === booking.units && booking.flag !== OUTGROWN) {
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
    return resized.booking ?? booking
  }
  if (
    !known ||
    known.asked_units === units ||
    (booking.flag ?? OUTGROWN) !== OUTGROWN
  ) {
    return booking
  }
  await windows.keepKnownDelivery(order_id, { ...known, asked_units: units })
  await windows.flagBooking(booking.id, OUTGROWN)
  return { ...booking, flag: OUTGROWN }
}
