import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { clockOf } from "../../../clock"
import { Refusal } from "../../../refusals"
import { windowsForCart } from "../../../workflows/delivery-window/windows-for-cart"
import { tellingRefusals } from "../../admin/follow-ups/tell-refusals"
import { presentHold, presentWindow } from "./present-windows"
import type { ListDeliveryWindows } from "./validators"

/** The windows that a shopper may choose for a cart. */
export const GET = tellingRefusals(
  async (
    { scope, validatedQuery }: MedusaRequest<unknown, ListDeliveryWindows>,
    response: MedusaResponse
  ) => {
    const { cart_id, from = "", to = "9999-12-31" } = validatedQuery
    if (to < from) {
      throw new Refusal("ends_before_it_begins", { was: to, from }, ["to"])
    }
    const { cart, windows, held } = await windowsForCart(cart_id, scope)
    const shown = windows.filter(
      ({ local_date }) => local_date >= from && local_date <= to
    )
    response.json({
      delivery_windows: shown.map((window) =>
        presentWindow(window, window.shipping_options, scope)
      ),
      hold: held && (await presentHold(held, cart.shipping_options, scope)),
      count: shown.length,
      currency_code: cart.currency_code,
      now: clockOf(scope).now(),
    })
  }
)
