import Medusa from "@medusajs/js-sdk"
import type { HttpTypes } from "@medusajs/framework/types"
import type { SeededShop } from "../seed"
import { demoPassword, type Shopper } from "../seed/people"
import type { Basket } from "./basket"

type Purchase = {
  url: string
  shop: SeededShop
  shopper: Shopper
  basket: Basket
}

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
 * One purchase through Medusa's store API, step by step as a shop front does
 * it; who has an account signs in first.
 *
 * @throws when a step is refused, with Medusa's message
 */
export async function placeOrder({
  url,
  shop,
  shopper,
  basket,
}: Purchase): Promise<HttpTypes.StoreOrder> {
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
  const completed = await sdk.store.cart.complete(cart.id)
  if (completed.type !== "order") {
    throw new Error(completed.error.message)
  }
  return completed.order
}
