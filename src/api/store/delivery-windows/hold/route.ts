import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import {
  holdWindowWorkflow,
  releaseHoldWorkflow,
} from "../../../../workflows/delivery-window/hold-window"
import {
  cartToDeliver,
  heldFor,
} from "../../../../workflows/delivery-window/windows-for-cart"
import { tellingRefusals } from "../../../admin/follow-ups/tell-refusals"
import { presentHold } from "../present-windows"
import type { StoreDeliveryHoldDeleteResponse } from "../types"
import type { HoldDeliveryWindow, OfCart } from "../validators"

/** Holds a place for a cart; again, for as long anew. */
export const POST = tellingRefusals(
  async (
    { scope, validatedBody }: MedusaRequest<HoldDeliveryWindow>,
    response: MedusaResponse
  ) => {
    const { cart_id } = validatedBody
    await holdWindowWorkflow(scope).run({ input: validatedBody })
    const cart = await cartToDeliver(cart_id, scope)
    const held = await heldFor(cart_id, scope)
    response.json({
      hold: held && (await presentHold(held, cart.shipping_options, scope)),
    })
  }
)

/** Gives back what is held for a cart. */
export const DELETE = tellingRefusals(
  async (
    { scope, validatedQuery }: MedusaRequest<unknown, OfCart>,
    response: MedusaResponse<StoreDeliveryHoldDeleteResponse>
  ) => {
    const { cart_id } = validatedQuery
    const { result } = await releaseHoldWorkflow(scope).run({
      input: { cart_id },
    })
    response.json({
      id: cart_id,
      object: "delivery_hold",
      deleted: result.released,
    })
  }
)
