import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { messageWithLink } from "../../../../../../workflows/delivery-window/booking-link"
import { isGranted, READ_ORDERS } from "../../../../follow-ups/granted"
import { tellingRefusals } from "../../../../follow-ups/tell-refusals"
import type { AdminDeliveryLinkResponse } from "../../../types"
import { siteOf } from "../../answer-delivery"

/** The customer's page to move the booking, and what to send with it. */
export const POST = tellingRefusals(
  async (
    request: AuthenticatedMedusaRequest,
    response: MedusaResponse<AdminDeliveryLinkResponse>
  ) => {
    response.json(
      await messageWithLink(
        request.params.order_id ?? "",
        siteOf(request),
        await isGranted(READ_ORDERS, request),
        request.scope
      )
    )
  }
)
