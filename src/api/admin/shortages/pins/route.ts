import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { pinAlternativesWorkflow } from "../../../../workflows/shortage/alternatives/pin-alternatives"
import { pinsOfProduct } from "../../../../workflows/shortage/alternatives/pins-of-product"
import { userOf } from "../../follow-ups/actor"
import { tellingRefusals } from "../../follow-ups/tell-refusals"
import type { AdminPinAlternativesResponse, AdminPinsResponse } from "../types"
import type { ListPins, PinAlternatives } from "../validators"

/** What the shop offers in place of the variants of a product. */
export const GET = tellingRefusals(
  async (
    { scope, validatedQuery }: AuthenticatedMedusaRequest<unknown, ListPins>,
    response: MedusaResponse<AdminPinsResponse>
  ) => {
    const { product_id } = validatedQuery
    response.json({ pins: await pinsOfProduct(product_id, scope) })
  }
)

/** Pins what the shop offers in place of a variant, in place of what was. */
export const POST = tellingRefusals(
  async (
    request: AuthenticatedMedusaRequest<PinAlternatives>,
    response: MedusaResponse<AdminPinAlternativesResponse>
  ) => {
    const { scope, validatedBody } = request
    const { result } = await pinAlternativesWorkflow(scope).run({
      input: { ...validatedBody, actor_id: userOf(request) },
    })
    response.json(result)
  }
)
