import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { recordAttemptWorkflow } from "../../../../../workflows/follow-up/record-attempt"
import { runCommand } from "../../run-command"
import type { AdminFollowUpResponse } from "../../types"
import type { RecordAttempt } from "../../validators"
import { refuseUnsent } from "./refuse-unsent"
import { tellingRefusals } from "../../tell-refusals"

/**
 * Records an attempt to reach the customer, and sends its message. If the
 * provider refuses that, so does the answer: the history has what was tried.
 */
export const POST = tellingRefusals(
  async (
    request: AuthenticatedMedusaRequest<RecordAttempt>,
    response: MedusaResponse<AdminFollowUpResponse>
  ) => {
    const { message } = request.validatedBody
    await runCommand(
      recordAttemptWorkflow,
      request.validatedBody,
      request,
      response,
      message && ((id) => refuseUnsent(id, request.scope))
    )
  }
)
