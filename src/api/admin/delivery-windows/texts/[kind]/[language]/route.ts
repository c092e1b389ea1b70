import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { changeDeliveryTextWorkflow } from "../../../../../../workflows/delivery-window/messages/change-texts"
import { userOf } from "../../../../follow-ups/actor"
import { tellingRefusals } from "../../../../follow-ups/tell-refusals"
import type { AdminDeliveryTextResponse } from "../../types"
import type { SaveText } from "../../../message-validators"

/** Changes what customers are told in a language. */
export const POST = tellingRefusals(
  async (
    request: AuthenticatedMedusaRequest<SaveText>,
    response: MedusaResponse<AdminDeliveryTextResponse>
  ) => {
    const { scope, params, validatedBody } = request
    const { result } = await changeDeliveryTextWorkflow(scope).run({
      input: {
        kind: params.kind ?? "",
        language: params.language ?? "",
        text: validatedBody,
        actor_id: userOf(request),
      },
    })
    response.json({ text: result })
  }
)

/** Puts it back to the plugin's own text. */
export const DELETE = tellingRefusals(
  async (
    request: AuthenticatedMedusaRequest,
    response: MedusaResponse<AdminDeliveryTextResponse>
  ) => {
    const { scope, params } = request
    const { result } = await changeDeliveryTextWorkflow(scope).run({
      input: {
        kind: params.kind ?? "",
        language: params.language ?? "",
        text: null,
        actor_id: userOf(request),
      },
    })
    response.json({ text: result })
  }
)
