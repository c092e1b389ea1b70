import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { SHORTAGE_MODULE } from "../../../../../../modules/shortage"
import { offerAlternativesWorkflow } from "../../../../../../workflows/shortage/offers/offer-alternatives"
import { userOf } from "../../../../follow-ups/actor"
import { tellingRefusals } from "../../../../follow-ups/tell-refusals"
import { presentOffer, readOffer } from "../../../present-offer"
import type {
  AdminShortageOfferListResponse,
  AdminShortageOfferResponse,
} from "../../../types"
import type { OfferAlternatives } from "../../../validators"

/** What was offered in place of lines of this order, the latest first. */
export const GET = tellingRefusals(
  async (
    request: AuthenticatedMedusaRequest,
    response: MedusaResponse<AdminShortageOfferListResponse>
  ) => {
    const { scope, params } = request
    const offers = await scope
      .resolve(SHORTAGE_MODULE)
      .readOffers({ order_ids: [params.order_id ?? ""] })
    response.json({
      offers: await Promise.all(
        offers.map(async (one) => await presentOffer(one, request))
      ),
    })
  }
)

/** Offers alternatives to the customer, and holds their units. */
export const POST = tellingRefusals(
  async (
    request: AuthenticatedMedusaRequest<OfferAlternatives>,
    response: MedusaResponse<AdminShortageOfferResponse>
  ) => {
    const { scope, params, validatedBody } = request
    const { result } = await offerAlternativesWorkflow(scope).run({
      input: {
        ...validatedBody,
        order_id: params.order_id ?? "",
        actor_id: userOf(request),
      },
    })
    response.json({ offer: await readOffer(result.offer_id, request) })
  }
)
