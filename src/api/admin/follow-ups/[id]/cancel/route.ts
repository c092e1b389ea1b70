import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { cancelTaskWorkflow } from "../../../../../workflows/follow-up/cancel-task"
import { runCommand } from "../../run-command"
import type { AdminFollowUpResponse } from "../../types"
import type { CancelFollowUp } from "../../validators"
import { tellingRefusals } from "../../tell-refusals"

/** Cancels the task, with the reason. */
export const POST = tellingRefusals(
  async (
    request: AuthenticatedMedusaRequest<CancelFollowUp>,
    response: MedusaResponse<AdminFollowUpResponse>
  ) => {
    await runCommand(
      cancelTaskWorkflow,
      request.validatedBody,
      request,
      response
    )
  }
)
