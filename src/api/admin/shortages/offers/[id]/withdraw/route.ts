import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { withdrawOfferWorkflow } from "../../../../../../workflows/shortage/offers/withdraw-offer"
import { userOf } from "../../../../follow-ups/actor"
import { tellingRefusals } from "../../../../follow-ups/tell-refusals"
import { readOffer } from "../../../present-offer"
import type { AdminShortageOfferResponse } from "../../../types"

/** Withdraws an offer that was not answered, and releases what it held. */
export const POST = tellingRefusals(
  async (
    request: AuthenticatedMedusaRequest,
    response: MedusaResponse<AdminShortageOfferResponse>
  ) => {
    const { scope, params } = request
    const { result } = await withdrawOfferWorkflow(scope).run({
      input: { offer_id: params.id ?? "", actor_id: userOf(request) },
    })
    response.json({ offer: await readOffer(result.offer_id, request) })
  }
)
