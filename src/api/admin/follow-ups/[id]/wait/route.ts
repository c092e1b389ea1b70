import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { waitTaskWorkflow } from "../../../../../workflows/follow-up/wait-task"
import { runCommand } from "../../run-command"
import type { AdminFollowUpResponse } from "../../types"
import type { WaitFollowUp } from "../../validators"
import { tellingRefusals } from "../../tell-refusals"

/** Makes the task wait until a given time. */
export const POST = tellingRefusals(
  async (
    request: AuthenticatedMedusaRequest<WaitFollowUp>,
    response: MedusaResponse<AdminFollowUpResponse>
  ) => {
    await runCommand(waitTaskWorkflow, request.validatedBody, request, response)
  }
)
