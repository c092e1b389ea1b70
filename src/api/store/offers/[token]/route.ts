import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { answerOfferWorkflow } from "../../../../workflows/shortage/offers/answer-offer"
import {
  offerForCustomer,
  offerOfToken,
} from "../../../../workflows/shortage/offers/offer-for-customer"
import { tellingRefusals } from "../../../admin/follow-ups/tell-refusals"
import type { StoreOfferResponse } from "../types"
import type { AnswerOfferOfLink } from "../validators"

/** The offer that the customer's link leads to. */
export const GET = tellingRefusals(
  async (
    { scope, params }: MedusaRequest,
    response: MedusaResponse<StoreOfferResponse>
  ) => {
    const offer = await offerOfToken(params.token ?? "", scope)
    response.json({ offer: await offerForCustomer(offer, scope) })
  }
)

/** Answers the offer, once. */
export const POST = tellingRefusals(
  async (
    { scope, params, validatedBody }: MedusaRequest<AnswerOfferOfLink>,
    response: MedusaResponse<StoreOfferResponse>
  ) => {
    const { id } = await offerOfToken(params.token ?? "", scope)
    const {
      answer,
      alternative_id = null,
      variant_id,
      note = null,
    } = validatedBody
    await answerOfferWorkflow(scope).run({
      input: {
        offer_id: id,
        answer,
        alternative_id,
        variant_id,
        note,
        via: "link",
        actor_id: null,
      },
    })
    const answered = await offerOfToken(params.token ?? "", scope)
    response.json({ offer: await offerForCustomer(answered, scope) })
  }
)
