import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import {
  bookingOfToken,
  deliveryForCustomer,
} from "../../../../../workflows/delivery-window/delivery-for-customer"
import { moveByCustomerWorkflow } from "../../../../../workflows/delivery-window/move-by-customer"
import { tellingRefusals } from "../../../../admin/follow-ups/tell-refusals"
import type { MoveDelivery } from "../../validators"

/** The delivery that the customer's link leads to. */
export const GET = tellingRefusals(
  async ({ scope, params }: MedusaRequest, response: MedusaResponse) => {
    const booking = await bookingOfToken(params.token ?? "", scope)
    response.json({ delivery: await deliveryForCustomer(booking, scope) })
  }
)

/** Moves it to another window. */
export const POST = tellingRefusals(
  async (
    { scope, params, validatedBody }: MedusaRequest<MoveDelivery>,
    response: MedusaResponse
  ) => {
    const token = params.token ?? ""
    await moveByCustomerWorkflow(scope).run({
      input: { token, window_id: validatedBody.window_id },
    })
    const booking = await bookingOfToken(token, scope)
    response.json({ delivery: await deliveryForCustomer(booking, scope) })
  }
)
