import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { tellingRefusals } from "../tell-refusals"
import { findUsers } from "../../../../shop/users"
import { presentPerson } from "../present-people"
import type { AdminFollowUpAssigneesResponse } from "../types"
import type { ListAssignees } from "../validators"

/** The users that a task can be assigned to. */
export const GET = tellingRefusals(
  async (
    request: AuthenticatedMedusaRequest<unknown, ListAssignees>,
    response: MedusaResponse<AdminFollowUpAssigneesResponse>
  ) => {
    const { limit, offset } = request.validatedQuery
    const { users, count } = await findUsers(
      request.validatedQuery,
      request.scope
    )
    response.json({ assignees: users.map(presentPerson), count, limit, offset })
  }
)
