import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { FOLLOW_UP_MODULE } from "../../../../modules/follow-up"
import { clockOf } from "../../../../clock"
import type { AdminFollowUpTaskTypesResponse } from "../types"

/** The task types with their outcomes. */
export const GET = async (
  { scope }: AuthenticatedMedusaRequest,
  response: MedusaResponse<AdminFollowUpTaskTypesResponse>
) => {
  const followUp = scope.resolve(FOLLOW_UP_MODULE)
  const { playbooks } = await followUp.readRuleBook(clockOf(scope).now())
  response.json({
    task_types: [...followUp.settings.types.values()].map(
      ({ type, label, outcomes }) => ({
        type,
        label: label && { ...label },
        enabled: playbooks.some(
          (playbook) => playbook.type === type && playbook.enabled
        ),
        outcomes: [...outcomes],
      })
    ),
  })
}
