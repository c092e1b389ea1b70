import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { withdrawAttemptWorkflow } from "../../../../../workflows/follow-up/withdraw-attempt"
import { runCommand } from "../../run-command"
import type { AdminFollowUpResponse } from "../../types"
import type { CommandFollowUp } from "../../validators"
import { tellingRefusals } from "../../tell-refusals"

/** Withdraws the last attempt, which was recorded by mistake. */
export const POST = tellingRefusals(
  async (
    request: AuthenticatedMedusaRequest<CommandFollowUp>,
    response: MedusaResponse<AdminFollowUpResponse>
  ) => {
    await runCommand(
      withdrawAttemptWorkflow,
      request.validatedBody,
      request,
      response
    )
  }
)
