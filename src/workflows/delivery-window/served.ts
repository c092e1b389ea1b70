import type { MedusaContainer } from "@medusajs/framework/types"
import {
  DELIVERY_WINDOW_MODULE,
  type Template,
  type Window,
} from "../../modules/delivery-window"
import type { ShippingPlace } from "../../shop/deliveries"

type Served = Pick<Window, "service_zone_id" | "shipping_option_ids">

/** Whether a window, or a template's, is for one of these shipping options. */
export function serves(
  { service_zone_id, shipping_option_ids }: Served,
  options: readonly ShippingPlace[]
): boolean {
  return options.some(
    (option) =>
      shipping_option_ids.includes(option.id) ||
      (shipping_option_ids.length === 0 &&
        service_zone_id !== null &&
        service_zone_id === option.service_zone_id)
  )
}

/**
 * The templates that windows are made from now. A shop without one has no
 * delivery windows, and pays nothing for them.
 */
export async function templatesInUse(
  container: MedusaContainer,
  now: Date
): Promise<(Template & { on_since: Date })[]> {
  return inUse(
    await container.resolve(DELIVERY_WINDOW_MODULE).listTemplates(),
    now
  )
}

/** Those of these templates that windows are made from now. */
export function inUse<One extends Template>(
  templates: readonly One[],
  now: Date
): One[] {
  // A day's grace, as it may be yesterday there still.
  const yesterday = new Date(now.getTime() - 86_400_000)
    .toISOString()
    .slice(0, 10)
  return templates.filter(
    ({ is_on, valid_to }) =>
      is_on && (valid_to === null || valid_to >= yesterday)
  )
}
