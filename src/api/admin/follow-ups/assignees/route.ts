import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { Modules } from "@medusajs/framework/utils"
import { presentPerson } from "../present-people"
import type { AdminFollowUpAssigneesResponse } from "../types"
import type { ListAssignees } from "../validators"
import { tellingRefusals } from "../tell-refusals"

/** The users that a task can be given to. */
export const GET = tellingRefusals(
  async (
    request: AuthenticatedMedusaRequest<unknown, ListAssignees>,
    response: MedusaResponse<AdminFollowUpAssigneesResponse>
  ) => {
    const { q, limit, offset } = request.validatedQuery
    const [users, count] = await request.scope
      .resolve(Modules.USER)
      .listAndCountUsers(q ? { q } : {}, {
        take: limit,
        skip: offset,
        order: { first_name: "ASC", email: "ASC" },
      })
    response.json({ assignees: users.map(presentPerson), count, limit, offset })
  }
)
