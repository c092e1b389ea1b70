import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { cancelOrderOfTaskWorkflow } from "../../../../../workflows/follow-up/cancel-order-of-task"
import { runCommand } from "../../run-command"
import type { AdminFollowUpResponse } from "../../types"
import type { CommandFollowUp } from "../../validators"
import { tellingRefusals } from "../../tell-refusals"

/** Cancels the order of a task, and with it the task. */
export const POST = tellingRefusals(
  async (
    request: AuthenticatedMedusaRequest<CommandFollowUp>,
    response: MedusaResponse<AdminFollowUpResponse>
  ) => {
    await runCommand(
      cancelOrderOfTaskWorkflow,
      request.validatedBody,
      request,
      response
    )
  }
)
