import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { reopenTaskWorkflow } from "../../../../../workflows/follow-up/reopen-task"
import { runCommand } from "../../run-command"
import type { AdminFollowUpResponse } from "../../types"
import type { ReopenFollowUp } from "../../validators"
import { tellingRefusals } from "../../tell-refusals"

/** Reopens a closed task. */
export const POST = tellingRefusals(
  async (
    request: AuthenticatedMedusaRequest<ReopenFollowUp>,
    response: MedusaResponse<AdminFollowUpResponse>
  ) => {
    await runCommand(
      reopenTaskWorkflow,
      request.validatedBody,
      request,
      response
    )
  }
)
