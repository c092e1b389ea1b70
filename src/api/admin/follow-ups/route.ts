import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { answerList } from "./answer-list"
import { tellingRefusals } from "./tell-refusals"
import type { AdminFollowUpListResponse } from "./types"
import type { ListFollowUps } from "./validators"

/** The queue: filtered tasks, the one that runs out of time first on top. */
export const GET = tellingRefusals(
  async (
    request: AuthenticatedMedusaRequest<unknown, ListFollowUps>,
    response: MedusaResponse<AdminFollowUpListResponse>
  ) => await answerList(request, request.validatedQuery, response)
)
