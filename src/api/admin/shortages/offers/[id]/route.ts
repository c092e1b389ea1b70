import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { setCaptureFirstWorkflow } from "../../../../../workflows/shortage/offers/set-capture-first"
import { tellingRefusals } from "../../../follow-ups/tell-refusals"
import { readOffer } from "../../present-offer"
import { refuseCapture } from "../../refuse-capture"
import type { AdminShortageOfferResponse } from "../../types"
import type { ChangeOffer } from "../../validators"

/** Chooses whether payments are captured before an open offer's answer. */
export const POST = tellingRefusals(
  async (
    request: AuthenticatedMedusaRequest<ChangeOffer>,
    response: MedusaResponse<AdminShortageOfferResponse>
  ) => {
    const { scope, params, validatedBody } = request
    await refuseCapture(request)
    const { result } = await setCaptureFirstWorkflow(scope).run({
      input: { offer_id: params.id ?? "", ...validatedBody },
    })
    response.json({ offer: await readOffer(result.offer_id, request) })
  }
)
