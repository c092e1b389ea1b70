import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { assignTaskWorkflow } from "../../../../../workflows/follow-up/assign-task"
import { runCommand } from "../../run-command"
import type { AdminFollowUpResponse } from "../../types"
import type { AssignFollowUp } from "../../validators"
import { tellingRefusals } from "../../tell-refusals"

/** Assigns the task to a user, or unassigns it. */
export const POST = tellingRefusals(
  async (
    request: AuthenticatedMedusaRequest<AssignFollowUp>,
    response: MedusaResponse<AdminFollowUpResponse>
  ) => {
    await runCommand(
      assignTaskWorkflow,
      request.validatedBody,
      request,
      response
    )
  }
)
