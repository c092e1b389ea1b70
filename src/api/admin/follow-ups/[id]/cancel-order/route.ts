import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { cancelOrderOfTaskWorkflow } from "../../../../../workflows/follow-up/cancel-order-of-task"
import { runCommand } from "../../run-command"
import type { AdminFollowUpResponse } from "../../types"
import { tellingRefusals } from "../../tell-refusals"

/** Cancels the order of a task, and with it the task. */
export const POST = tellingRefusals(
  async (
    request: AuthenticatedMedusaRequest,
    response: MedusaResponse<AdminFollowUpResponse>
  ) => {
    await runCommand(cancelOrderOfTaskWorkflow, {}, request, response)
  }
)
