import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { clockOf } from "../../../../../clock"
import type { AdminFollowUpExplanationResponse } from "../../types"
import { findVisibleTask } from "../../visible-to"
import { explanationOf } from "./explanation-of"
import { tellingRefusals } from "../../tell-refusals"

/** Explains how the task's deadlines were computed. */
export const GET = tellingRefusals(
  async (
    request: AuthenticatedMedusaRequest,
    response: MedusaResponse<AdminFollowUpExplanationResponse>
  ) => {
    const { scope } = request
    const task = await findVisibleTask(request)
    response.json({
      explanation: await explanationOf(task, scope),
      now: clockOf(scope).now().toISOString(),
    })
  }
)
