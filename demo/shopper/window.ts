import type {
  StoreDeliveryHoldResponse,
  StoreDeliveryWindow,
  StoreDeliveryWindowListResponse,
} from "../../src/api/store/delivery-windows/types"
import type { Checkout } from "./order"

/** Shoppers take one of the next few. */
const MOST_AHEAD = 4

/**
 * Chooses a delivery window for a cart, as the checkout of a storefront does.
 *
 * @param is_urgent - takes the very next one
 * @returns null if the shop has none, or another shopper was quicker
 */
export async function chooseWindow(
  { sdk, cart_id }: Checkout,
  is_urgent: boolean
): Promise<StoreDeliveryWindow | null> {
  const { delivery_windows } =
    await sdk.client.fetch<StoreDeliveryWindowListResponse>(
      "/store/delivery-windows",
      { query: { cart_id } }
    )
  const soon = delivery_windows.slice(0, is_urgent ? 1 : MOST_AHEAD)
  const wanted = soon[Math.floor(Math.random() * soon.length)]
  if (!wanted) {
    return null
  }
  try {
    const { hold } = await sdk.client.fetch<StoreDeliveryHoldResponse>(
      "/store/delivery-windows/hold",
      { method: "POST", body: { cart_id, window_id: wanted.id } }
    )
    return hold?.window ?? null
  } catch {
    return null
  }
}
