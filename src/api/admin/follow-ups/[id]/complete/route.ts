import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { completeTaskWorkflow } from "../../../../../workflows/follow-up/complete-task"
import { runCommand } from "../../run-command"
import type { AdminFollowUpResponse } from "../../types"
import type { CompleteFollowUp } from "../../validators"
import { tellingRefusals } from "../../tell-refusals"

/** Completes the task with an outcome that its type allows. */
export const POST = tellingRefusals(
  async (
    request: AuthenticatedMedusaRequest<CompleteFollowUp>,
    response: MedusaResponse<AdminFollowUpResponse>
  ) => {
    await runCommand(
      completeTaskWorkflow,
      request.validatedBody,
      request,
      response
    )
  }
)
