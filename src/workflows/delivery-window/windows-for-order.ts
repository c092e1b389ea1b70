import type { MedusaContainer } from "@medusajs/framework/types"
import { aheadOf, clockOf } from "../../clock"
import {
  type Booking,
  DELIVERY_WINDOW_MODULE,
  type OpenWindow,
  type Template,
} from "../../modules/delivery-window"
import { FOLLOW_UP_MODULE } from "../../modules/follow-up"
import type { DeliveredItem, ShippingPlace } from "../../shop/deliveries"
import { readOnce } from "../desk/read-once"
import { type DateRange, makeWindows } from "./make-windows"
import { inUse, serves } from "./served"
import { unitsOf } from "./units"

const DAY_MS = 86_400_000

/** What is the same for all orders, read or done when it is first needed. */
export type Offered = {
  templates(): Promise<Template[]>
  /** Makes the windows that are not there yet. */
  make(): Promise<unknown>
}

export function offeredNow(container: MedusaContainer): Offered {
  return {
    templates: readOnce<void, Template[]>(
      async () =>
        await container.resolve(DELIVERY_WINDOW_MODULE).listTemplates()
    ),
    make: readOnce<void, unknown>(async () => await makeAhead(container)),
  }
}

/**
 * The windows that may be booked for what is delivered by one of these options.
 *
 * @param more - `is_full`: those that may be booked with a reason only;
 * `offered`: where it is asked for several orders
 */
export async function openWindowsFor(
  options: readonly ShippingPlace[],
  items: readonly DeliveredItem[],
  container: MedusaContainer,
  {
    is_full = false,
    offered = offeredNow(container),
  }: { is_full?: boolean; offered?: Offered } = {}
): Promise<OpenWindow[]> {
  const now = clockOf(container).now()
  const templates = inUse(await offered.templates(), now)
  if (!templates.some((template) => serves(template, options))) {
    return []
  }
  await offered.make()
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
