import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { assignTaskWorkflow } from "../../../../../workflows/follow-up/assign-task"
import { runCommand } from "../../run-command"
import type { AdminFollowUpResponse } from "../../types"
import type { AssignFollowUp } from "../../validators"

/** Gives the task to a user, or to nobody. */
export const POST = async (
  request: AuthenticatedMedusaRequest<AssignFollowUp>,
  response: MedusaResponse<AdminFollowUpResponse>
) => {
  await runCommand(assignTaskWorkflow, request.validatedBody, request, response)
}
