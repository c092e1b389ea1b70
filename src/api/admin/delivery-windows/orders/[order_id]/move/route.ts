import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { moveBookingWorkflow } from "../../../../../../workflows/delivery-window/book-window"
import { tellingRefusals } from "../../../../follow-ups/tell-refusals"
import { answerDelivery, bookingAsked } from "../../answer-delivery"
import type { MoveDeliveryBooking } from "../../validators"

/** Moves the order to another window, as agreed on the phone or by the shop. */
export const POST = tellingRefusals(
  async (
    request: AuthenticatedMedusaRequest<MoveDeliveryBooking>,
    response: MedusaResponse
  ) => {
    await moveBookingWorkflow(request.scope).run({
      input: {
        ...(await bookingAsked(request)),
        agreed_by: request.validatedBody.agreed_by,
      },
    })
    await answerDelivery(request, response)
  }
)
