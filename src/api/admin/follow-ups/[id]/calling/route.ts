import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { startCallingWorkflow } from "../../../../../workflows/follow-up/call-customer"
import { runCommand } from "../../run-command"
import type { AdminFollowUpResponse } from "../../types"
import type { CommandFollowUp } from "../../validators"
import { tellingRefusals } from "../../tell-refusals"

/** The caller is calling the customer, and others see it. */
export const POST = tellingRefusals(
  async (
    request: AuthenticatedMedusaRequest<CommandFollowUp>,
    response: MedusaResponse<AdminFollowUpResponse>
  ) => {
    await runCommand(
      startCallingWorkflow,
      request.validatedBody,
      request,
      response
    )
  }
)
