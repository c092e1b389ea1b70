import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { recordAttemptWorkflow } from "../../../../../workflows/follow-up/record-attempt"
import { runCommand } from "../../run-command"
import type { AdminFollowUpResponse } from "../../types"
import type { RecordAttempt } from "../../validators"

/** Records a try to reach the customer. */
export const POST = async (
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
