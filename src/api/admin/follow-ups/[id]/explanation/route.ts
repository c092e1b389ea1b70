import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { clockOf } from "../../../../../modules/follow-up/clock"
import { findTask } from "../../find-task"
import type { AdminFollowUpExplanationResponse } from "../../types"
import { explainDeadlines } from "./explain-deadlines"

/** How the task's deadlines came about. */
export const GET = async (
  request: AuthenticatedMedusaRequest,
  response: MedusaResponse<AdminFollowUpExplanationResponse>
) => {
  const { scope, params } = request
  const task = await findTask(params.id, scope)
  response.json({
    explanation: await explainDeadlines(task, scope),
    now: clockOf(scope).now().toISOString(),
  })
}
