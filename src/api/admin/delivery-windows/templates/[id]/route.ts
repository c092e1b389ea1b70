import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { tellingRefusals } from "../../../follow-ups/tell-refusals"
import { answerChange } from "../change"
import type { AdminDeliveryWindowChangeResponse } from "../types"
import type { SaveTemplate } from "../validators"

/** Changes a template; what is booked keeps its time. */
export const POST = tellingRefusals(
  async (
    request: AuthenticatedMedusaRequest<SaveTemplate>,
    response: MedusaResponse<AdminDeliveryWindowChangeResponse>
  ) => {
    const { validatedBody, params } = request
    await answerChange(
      {
        kind: "save_template",
        template: { ...validatedBody, id: params.id ?? "" },
      },
      request,
      response
    )
  }
)

/** Deletes a template; what is booked stands. */
export const DELETE = tellingRefusals(
  async (
    request: AuthenticatedMedusaRequest,
    response: MedusaResponse<AdminDeliveryWindowChangeResponse>
  ) => {
    await answerChange(
      { kind: "remove_template", id: request.params.id ?? "" },
      request,
      response
    )
  }
)
