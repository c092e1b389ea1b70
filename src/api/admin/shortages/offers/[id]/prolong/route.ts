import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { prolongOfferWorkflow } from "../../../../../../workflows/shortage/offers/prolong-offer"
import { tellingRefusals } from "../../../../follow-ups/tell-refusals"
import { readOffer } from "../../../present-offer"
import type { AdminShortageOfferResponse } from "../../../types"

/** Holds what an open offer has held for as long again, from now. */
export const POST = tellingRefusals(
  async (
    request: AuthenticatedMedusaRequest,
    response: MedusaResponse<AdminShortageOfferResponse>
  ) => {
    const { scope, params } = request
    const { result } = await prolongOfferWorkflow(scope).run({
      input: { offer_id: params.id ?? "" },
    })
    response.json({ offer: await readOffer(result.offer_id, request) })
  }
)
