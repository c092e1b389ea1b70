import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { FOLLOW_UP_MODULE } from "../../../../modules/follow-up"
import { clockOf } from "../../../../clock"
import { userOf } from "../actor"
import type { AdminFollowUpCountsResponse } from "../types"
import { visibleTo } from "../visible-to"
import { tellingRefusals } from "../tell-refusals"

/** How many tasks each tab of the queue holds, in one cheap call. */
export const GET = tellingRefusals(
  async (
    request: AuthenticatedMedusaRequest,
    response: MedusaResponse<AdminFollowUpCountsResponse>
  ) => {
    const { scope } = request
    const now = clockOf(scope).now()
    const audience = {
      user_id: userOf(request),
      visible_to: await visibleTo(request),
    }
    const { counts } = await scope
      .resolve(FOLLOW_UP_MODULE)
      .readCounts(audience, now)
    response.json({ ...counts, now: now.toISOString() })
  }
)
