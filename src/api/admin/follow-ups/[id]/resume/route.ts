import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { resumeTaskWorkflow } from "../../../../../workflows/follow-up/resume-task"
import { runCommand } from "../../run-command"
import type { AdminFollowUpResponse } from "../../types"
import type { CommandFollowUp } from "../../validators"
import { tellingRefusals } from "../../tell-refusals"

/** Resumes a waiting task. */
export const POST = tellingRefusals(
  async (
    request: AuthenticatedMedusaRequest<CommandFollowUp>,
    response: MedusaResponse<AdminFollowUpResponse>
  ) => {
    await runCommand(
      resumeTaskWorkflow,
      request.validatedBody,
      request,
      response
    )
  }
)
