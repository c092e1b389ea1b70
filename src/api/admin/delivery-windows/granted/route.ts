import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { isGranted } from "../../follow-ups/granted"
import { tellingRefusals } from "../../follow-ups/tell-refusals"
import { MAKES_WINDOWS } from "../orders/answer-delivery"
import type { AdminDeliveryGrantedResponse } from "../types"

/** What the caller may do beyond booking what is free. */
export const GET = tellingRefusals(
  async (
    request: AuthenticatedMedusaRequest,
    response: MedusaResponse<AdminDeliveryGrantedResponse>
  ) => {
    response.json({ overbook: await isGranted(MAKES_WINDOWS, request) })
  }
)
