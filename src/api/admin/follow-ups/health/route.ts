import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { clockOf } from "../../../../clock"
import { FOLLOW_UP_MODULE } from "../../../../modules/follow-up"
import type { AdminFollowUpHealthResponse } from "../types"
import { tellingRefusals } from "../tell-refusals"

/** Whether the timers, the reconciler and the outbox work, and since when. */
export const GET = tellingRefusals(
  async (
    { scope }: AuthenticatedMedusaRequest,
    response: MedusaResponse<AdminFollowUpHealthResponse>
  ) => {
    const now = clockOf(scope).now()
    const followUp = scope.resolve(FOLLOW_UP_MODULE)
    response.json({
      health: await followUp.readHealth(now),
      now: now.toISOString(),
    })
  }
)
