import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { clockOf } from "../../../../clock"
import { DELIVERY_WINDOW_MODULE } from "../../../../modules/delivery-window"
import { FOLLOW_UP_MODULE } from "../../../../modules/follow-up"
import type { AdminFollowUpHealthResponse } from "../types"
import { tellingRefusals } from "../tell-refusals"

/**
 * Whether the timers, the reconciler and the outbox work, and since when, and
 * whether the counts of delivery windows are right.
 */
export const GET = tellingRefusals(
  async (
    { scope }: AuthenticatedMedusaRequest,
    response: MedusaResponse<AdminFollowUpHealthResponse>
  ) => {
    const now = clockOf(scope).now()
    const followUp = scope.resolve(FOLLOW_UP_MODULE)
    response.json({
      health: {
        ...(await followUp.readHealth(now)),
        delivery_windows: await scope
          .resolve(DELIVERY_WINDOW_MODULE)
          .readHealth(now),
      },
      now: now.toISOString(),
    })
  }
)
