import type { MedusaContainer } from "@medusajs/framework/types"
import { clockOf } from "../../clock"
import {
  type Booking,
  DELIVERY_WINDOW_MODULE,
  type OpenWindow,
} from "../../modules/delivery-window"
import { Refusal } from "../../refusals"
import { type CartToDeliver, loadCartToDeliver } from "../../shop/deliveries"
import { shippedTo } from "../../shop/shipped-by"
import { whenCarriersCome } from "./carriers/coming"
import { serves } from "./served"
import { openWindowsFor } from "./windows-for-order"

/** A window that a shopper may choose. */
export type WindowForCart = OpenWindow & {
  /**
   * The cart's shipping options that it goes with. What it costs is what the
   * option costs.
   */
  shipping_options: CartToDeliver["shipping_options"]
}

export type WindowsForCart = {
  cart: CartToDeliver
  windows: WindowForCart[]
  /** The place that is held for it. */
  held: Booking | null
}

/**
 * The windows that a shopper may choose, by the cart's address and the shipping
 * options that Medusa offers for it, the earliest first. An option that goes
 * with a carrier is left out where that does not come.
 *
 * @throws Refusal `cart_not_found`, or `cart_completed` for one that is an order
 */
export async function windowsForCart(
  cart_id: string,
  container: MedusaContainer
): Promise<WindowsForCart> {
  const cart = await cartToDeliver(cart_id, container)
  const windows = await openWindowsFor(
    cart.shipping_options,
    cart.items,
    container
  )
  const coming = await whenCarriersCome(
    windows,
    cart.shipping_options.map(({ id }) => id),
    async () => await shippedTo("cart", cart_id, container),
    container
  )
  return {
    cart,
    windows: windows
      .map((window) => ({
        ...window,
        shipping_options: cart.shipping_options.filter(
          (option) =>
            serves(window, [option]) && !coming.isMissed(window, option.id)
        ),
      }))
      .filter(({ shipping_options }) => shipping_options.length > 0),
    held: await heldFor(cart_id, container),
  }
}

/** @throws Refusal `cart_not_found` or `cart_completed` */
export async function cartToDeliver(
  cart_id: string,
  container: MedusaContainer
): Promise<CartToDeliver> {
  const cart = await loadCartToDeliver(cart_id, container)
  if (!cart) {
    throw new Refusal("cart_not_found", { id: cart_id }, ["cart_id"])
  }
  if (cart.is_completed) {
    throw new Refusal("cart_completed", {}, ["cart_id"])
  }
  return cart
}

/** The place that is held for a cart, unless its time is over. */
export async function heldFor(
  cart_id: string,
  container: MedusaContainer
): Promise<Booking | null> {
  const bookings = await container
    .resolve(DELIVERY_WINDOW_MODULE)
    .readBookings({ cart_ids: [cart_id], status: ["held"] })
  const now = clockOf(container).now()
  return (
    bookings
      .filter(({ held_until }) => held_until && held_until > now)
      .at(-1) ?? null
  )
}
