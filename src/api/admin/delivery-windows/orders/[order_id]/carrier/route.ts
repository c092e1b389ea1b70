import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { carrierOfOrder } from "../../../../../../workflows/delivery-window/carriers/carrier-of-order"
import { tellingRefusals } from "../../../../follow-ups/tell-refusals"
import type { AdminCarrierOfOrderResponse } from "../../../types"

/** When the carrier of an order comes, and what its shipment is created with. */
export const GET = tellingRefusals(
  async (
    { scope, params }: AuthenticatedMedusaRequest,
    response: MedusaResponse<AdminCarrierOfOrderResponse>
  ) => {
    response.json({
      carrier_of_order: await carrierOfOrder(params.order_id ?? "", scope),
    })
  }
)
