import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { moveBookingWorkflow } from "../../../../../../workflows/delivery-window/book-window"
import { tellingRefusals } from "../../../../follow-ups/tell-refusals"
import { answerDelivery, bookingAsked } from "../../answer-delivery"
import type { BookDeliveryWindow } from "../../validators"

/** Moves the order to another window, as agreed on the phone. */
export const POST = tellingRefusals(
  async (
    request: AuthenticatedMedusaRequest<BookDeliveryWindow>,
    response: MedusaResponse
  ) => {
    await moveBookingWorkflow(request.scope).run({
      input: await bookingAsked(request),
    })
    await answerDelivery(request, response)
  }
)
