import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { textsNow } from "../../../../workflows/delivery-window/messages/change-texts"
import { tellingRefusals } from "../../follow-ups/tell-refusals"
import type { AdminDeliveryTextListResponse } from "./types"

/** What customers are told about their deliveries, in every language. */
export const GET = tellingRefusals(
  async (
    { scope }: AuthenticatedMedusaRequest,
    response: MedusaResponse<AdminDeliveryTextListResponse>
  ) => {
    response.json(await textsNow(scope))
  }
)
