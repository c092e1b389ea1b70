import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { noteTaskWorkflow } from "../../../../../workflows/follow-up/note-task"
import { runCommand } from "../../run-command"
import type { AdminFollowUpResponse } from "../../types"
import type { NoteFollowUp } from "../../validators"
import { tellingRefusals } from "../../tell-refusals"

/** Adds a note to the task's history. */
export const POST = tellingRefusals(
  async (
    request: AuthenticatedMedusaRequest<NoteFollowUp>,
    response: MedusaResponse<AdminFollowUpResponse>
  ) => {
    await runCommand(noteTaskWorkflow, request.validatedBody, request, response)
  }
)
