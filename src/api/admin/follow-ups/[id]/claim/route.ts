import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { claimTaskWorkflow } from "../../../../../workflows/follow-up/claim-task"
import { runCommand } from "../../run-command"
import type { AdminFollowUpResponse } from "../../types"
import { tellingRefusals } from "../../tell-refusals"

/** Claims an unassigned task for the caller. */
export const POST = tellingRefusals(
  async (
    request: AuthenticatedMedusaRequest,
    response: MedusaResponse<AdminFollowUpResponse>
  ) => {
    await runCommand(claimTaskWorkflow, {}, request, response)
  }
)
