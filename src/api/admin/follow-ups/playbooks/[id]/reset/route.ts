import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { changeRules } from "../../../rule-changes"
import { answerPlaybook } from "../../present-playbooks"
import type { AdminFollowUpPlaybookResponse } from "../../types"

/** Puts a playbook back to how the plugin brings it. */
export const POST = async (
  request: AuthenticatedMedusaRequest,
  response: MedusaResponse<AdminFollowUpPlaybookResponse>
) => {
  const id = request.params.id ?? ""
  await changeRules({ kind: "reset_playbook", id }, request)
  await answerPlaybook(id, request.scope, response)
}
