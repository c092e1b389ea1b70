import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import type { AdminFollowUpDryRunResponse } from "../../../calendars/types"
import type { DryRunOrNot } from "../../../validators"
import { answerDryRun, changeRules } from "../../../rule-changes"
import { answerPlaybook } from "../../present-playbooks"
import type { AdminFollowUpPlaybookResponse } from "../../types"
import { tellingRefusals } from "../../../tell-refusals"

/**
 * Resets a playbook to the plugin's default, or previews what that would do to
 * open tasks.
 */
export const POST = tellingRefusals(
  async (
    request: AuthenticatedMedusaRequest<unknown, DryRunOrNot>,
    response: MedusaResponse<
      AdminFollowUpPlaybookResponse | AdminFollowUpDryRunResponse
    >
  ) => {
    const id = request.params.id ?? ""
    const change = { kind: "reset_playbook", id } as const
    if (request.validatedQuery.dry_run) {
      await answerDryRun(change, request, response)
      return
    }
    await changeRules(change, request)
    await answerPlaybook(id, request.scope, response)
  }
)
