import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { answerOfferWorkflow } from "../../../../../../workflows/shortage/offers/answer-offer"
import { userOf } from "../../../../follow-ups/actor"
import { tellingRefusals } from "../../../../follow-ups/tell-refusals"
import { readOffer } from "../../../present-offer"
import { refuseCapture } from "../../../refuse-capture"
import type { AdminShortageOfferResponse } from "../../../types"
import type { AnswerOffer } from "../../../validators"

/** Records what the customer answered on the phone, and carries it out. */
export const POST = tellingRefusals(
  async (
    request: AuthenticatedMedusaRequest<AnswerOffer>,
    response: MedusaResponse<AdminShortageOfferResponse>
  ) => {
    const { scope, params, validatedBody } = request
    const {
      answer,
      alternative_id = null,
      note = null,
      capture_first,
      despite_call,
    } = validatedBody
    await refuseCapture(request)
    const { result } = await answerOfferWorkflow(scope).run({
      input: {
        offer_id: params.id ?? "",
        answer,
        alternative_id,
        note,
        capture_first,
        despite_call,
        via: "phone",
        actor_id: userOf(request),
      },
    })
    response.json({ offer: await readOffer(result.offer_id, request) })
  }
)
