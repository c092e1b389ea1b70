import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { answerList } from "../answer-list"
import { tellingRefusals } from "../tell-refusals"
import type { AdminFollowUpListResponse } from "../types"
import type { SearchFollowUps } from "../validators"

/**
 * The queue, with the filters in the body: addresses are written to the log of
 * the store and of whatever stands before it, and names, e-mail addresses and
 * phone numbers must not be.
 */
export const POST = tellingRefusals(
  async (
    request: AuthenticatedMedusaRequest<SearchFollowUps>,
    response: MedusaResponse<AdminFollowUpListResponse>
  ) => await answerList(request, request.validatedBody, response)
)
