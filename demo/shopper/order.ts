import Medusa from "@medusajs/js-sdk"
import type { HttpTypes } from "@medusajs/framework/types"
import type { SeededShop } from "../seed"
import { demoPassword, type Shopper } from "../seed/people"
import type { Basket } from "./basket"

export type Purchase = {
  url: string
  shop: SeededShop
  shopper: Shopper
  basket: Basket
}

/** A cart that only needs to be completed. */
export type Checkout = { sdk: Medusa; cart_id: string }

/** Cash on delivery: Medusa's manual provider. */
const provider_id = "pp_system_default"

function addressOf(shopper: Shopper) {
  return {
    first_name: shopper.first_name,
    last_name: shopper.last_name,
    address_1: shopper.street,
    city: shopper.city,
    postal_code: shopper.postcode,
    country_code: shopper.country,
    phone: shopper.phone,
  }
}

/**
 * Creates a cart with shipping and payment through Medusa's store API, step by
 * step as a storefront does. Customers with an account log in first.
 *
 * @throws if a step is rejected, with Medusa's message
 */
export async function checkOut({
  url,
  shop,
  shopper,
  basket,
}: Purchase): Promise<Checkout> {
  const sdk = new Medusa({
    baseUrl: url,
    publishableKey: shop.publishable_key,
    auth: { type: "jwt", jwtTokenStorageMethod: "memory" },
  })
  if (shopper.registered) {
    await sdk.auth.login("customer", "emailpass", {
      email: shopper.email,
      password: demoPassword,
    })
  }
  const { cart } = await sdk.store.cart.create({
    region_id: shop.regions[shopper.country],
    email: shopper.email,
    items: basket.map(({ variant_id, quantity }) => ({ variant_id, quantity })),
    shipping_address: addressOf(shopper),
    billing_address: addressOf(shopper),
  })
  const { shipping_options } = await sdk.store.fulfillment.listCartOptions({
    cart_id: cart.id,
  })
  const [courier] = shipping_options
  if (!courier) {
    throw new Error(`No courier delivers to ${shopper.city}`)
  }
  await sdk.store.cart.addShippingMethod(cart.id, { option_id: courier.id })
  await sdk.store.payment.initiatePaymentSession(cart, { provider_id })
  return { sdk, cart_id: cart.id }
}

/**
 * Completes a cart and returns the order.
 *
 * @throws if it is rejected, with Medusa's message
 */
export async function complete({
  sdk,
  cart_id,
}: Checkout): Promise<HttpTypes.StoreOrder> {
  const completed = await sdk.store.cart.complete(cart_id)
  if (completed.type !== "order") {
    throw new Error(completed.error.message)
  }
  return completed.order
}

/**
 * One purchase, from the cart to the order.
 *
 * @throws if a step is rejected, with Medusa's message
 */
export async function placeOrder(
  purchase: Purchase
): Promise<HttpTypes.StoreOrder> {
  return await complete(await checkOut(purchase))
}
