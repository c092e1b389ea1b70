import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { claimTaskWorkflow } from "../../../../../workflows/follow-up/claim-task"
import { runCommand } from "../../run-command"
import type { AdminFollowUpResponse } from "../../types"
import type { CommandFollowUp } from "../../validators"
import { tellingRefusals } from "../../tell-refusals"

/** Claims an unassigned task for the caller. */
export const POST = tellingRefusals(
  async (
    request: AuthenticatedMedusaRequest<CommandFollowUp>,
    response: MedusaResponse<AdminFollowUpResponse>
  ) => {
    await runCommand(
      claimTaskWorkflow,
      request.validatedBody,
      request,
      response
    )
  }
)
