import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { tellingRefusals } from "../../../follow-ups/tell-refusals"
import { answerChange } from "../../templates/change"
import type { AdminDeliveryWindowChangeResponse } from "../../templates/types"
import type { SaveException } from "../../templates/validators"

/** Changes what differs on a date. */
export const POST = tellingRefusals(
  async (
    request: AuthenticatedMedusaRequest<SaveException>,
    response: MedusaResponse<AdminDeliveryWindowChangeResponse>
  ) => {
    const { validatedBody, params } = request
    await answerChange(
      {
        kind: "save_exception",
        exception: { ...validatedBody, id: params.id ?? "" },
      },
      request,
      response
    )
  }
)

/** Deletes what differs on a date. */
export const DELETE = tellingRefusals(
  async (
    request: AuthenticatedMedusaRequest,
    response: MedusaResponse<AdminDeliveryWindowChangeResponse>
  ) => {
    await answerChange(
      { kind: "remove_exception", id: request.params.id ?? "" },
      request,
      response
    )
  }
)
