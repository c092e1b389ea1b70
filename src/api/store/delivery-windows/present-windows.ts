import type { MedusaContainer } from "@medusajs/framework/types"
import { clockOf } from "../../../clock"
import {
  type Booking,
  DELIVERY_WINDOW_MODULE,
  type Window,
} from "../../../modules/delivery-window"
import { forCustomer } from "../../../workflows/delivery-window/delivery-for-customer"
import { serves } from "../../../workflows/delivery-window/served"
import type { WindowsForCart } from "../../../workflows/delivery-window/windows-for-cart"

type Options = WindowsForCart["cart"]["shipping_options"]

/** A window for a shopper. */
export function presentWindow(
  window: Window & { free?: number },
  options: Options,
  container: MedusaContainer
) {
  return {
    ...forCustomer(window, window.free ?? null, container),
    cut_off_at: window.cut_off_at,
    shipping_options: options
      .filter((option) => serves(window, [option]))
      .map(({ id, name, amount }) => ({ id, name, amount })),
  }
}

/** What is held for a cart, for its shopper. */
export async function presentHold(
  { window_id, held_until }: Booking,
  options: Options,
  container: MedusaContainer
) {
  const [window] = await container
    .resolve(DELIVERY_WINDOW_MODULE)
    .listWindows({ window_ids: [window_id] })
  if (!window || !held_until) {
    return null
  }
  const ms_left = held_until.getTime() - clockOf(container).now().getTime()
  return {
    window: presentWindow(window, options, container),
    held_until,
    seconds_left: Math.max(0, Math.floor(ms_left / 1_000)),
  }
}
