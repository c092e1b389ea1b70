import type { MedusaContainer } from "@medusajs/framework/types"
import { aheadOf, clockOf } from "../../clock"
import {
  type Booking,
  DELIVERY_WINDOW_MODULE,
  type OpenWindow,
} from "../../modules/delivery-window"
import { FOLLOW_UP_MODULE } from "../../modules/follow-up"
import {
  type DeliveredItem,
  loadDeliveries,
  type ShippingPlace,
} from "../../shop/deliveries"
import { type DateRange, makeWindows } from "./make-windows"
import { serves, templatesInUse } from "./served"
import { unitsOf } from "./units"

const DAY_MS = 86_400_000

/**
 * The windows that may be booked for an order, the earliest first.
 *
 * @returns nothing for an unknown order
 */
export async function windowsForOrder(
  order_id: string,
  container: MedusaContainer
): Promise<OpenWindow[]> {
  const delivery = (await loadDeliveries([order_id], container)).get(order_id)
  return delivery
    ? await openWindowsFor(delivery.shipping_options, delivery.items, container)
    : []
}

/**
 * The windows that may be booked for what is delivered by one of these options.
 *
 * @param more - `is_full`: those that may be booked with a reason only
 */
export async function openWindowsFor(
  options: readonly ShippingPlace[],
  items: readonly DeliveredItem[],
  container: MedusaContainer,
  { is_full = false } = {}
): Promise<OpenWindow[]> {
  const now = clockOf(container).now()
  const templates = await templatesInUse(container, now)
  if (!templates.some((template) => serves(template, options))) {
    return []
  }
  await makeAhead(container)
  return await container.resolve(DELIVERY_WINDOW_MODULE).listOpenWindows(
    {
      shipping_option_ids: options.map(({ id }) => id),
      service_zone_ids: options.flatMap(
        ({ service_zone_id }) => service_zone_id ?? []
      ),
      from: now,
      to: horizonOf(container),
      units_of: unitsOf(items, container),
      is_full,
    },
    aheadOf(clockOf(container))
  )
}

/**
 * Makes the windows that are not there yet, as far ahead as they are offered.
 *
 * @returns the bookings that are over the capacity since: a template may have
 * changed, or the desk's calendar
 */
export async function makeAhead(
  container: MedusaContainer
): Promise<Booking[]> {
  const { over } = await makeWindows(container, datesAhead(container))
  return over
}

/** The dates that windows are offered for. */
function datesAhead(container: MedusaContainer): DateRange {
  // A day to each side, as local dates differ from the server's.
  return {
    from: dateOf(clockOf(container).now().getTime() - DAY_MS),
    to: dateOf(horizonOf(container).getTime() + DAY_MS),
  }
}

function horizonOf(container: MedusaContainer): Date {
  const { delivery_windows } = container.resolve(FOLLOW_UP_MODULE).settings
  return new Date(
    clockOf(container).now().getTime() + delivery_windows.horizon_days * DAY_MS
  )
}

const dateOf = (moment: number) => new Date(moment).toISOString().slice(0, 10)
