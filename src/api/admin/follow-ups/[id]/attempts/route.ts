import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { recordAttemptWorkflow } from "../../../../../workflows/follow-up/record-attempt"
import { runCommand } from "../../run-command"
import type { AdminFollowUpResponse } from "../../types"
import type { RecordAttempt } from "../../validators"
import { tellingRefusals } from "../../tell-refusals"

/** Records an attempt to reach the customer. */
export const POST = tellingRefusals(
  async (
    request: AuthenticatedMedusaRequest<RecordAttempt>,
    response: MedusaResponse<AdminFollowUpResponse>
  ) => {
    await runCommand(
      recordAttemptWorkflow,
      request.validatedBody,
      request,
      response
    )
  }
)
