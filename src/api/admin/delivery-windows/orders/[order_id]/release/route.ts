import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { releaseBookingWorkflow } from "../../../../../../workflows/delivery-window/book-window"
import { userOf } from "../../../../follow-ups/actor"
import { tellingRefusals } from "../../../../follow-ups/tell-refusals"
import { answerDelivery } from "../../answer-delivery"
import type { ReleaseDeliveryBooking } from "../../validators"

/** Gives the order's place back. */
export const POST = tellingRefusals(
  async (
    request: AuthenticatedMedusaRequest<ReleaseDeliveryBooking>,
    response: MedusaResponse
  ) => {
    const { scope, params, validatedBody } = request
    await releaseBookingWorkflow(scope).run({
      input: {
        order_id: params.order_id ?? "",
        reason: validatedBody.reason,
        actor_id: userOf(request),
      },
    })
    await answerDelivery(request, response)
  }
)
