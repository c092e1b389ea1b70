import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { FOLLOW_UP_MODULE } from "../../../../modules/follow-up"
import type FollowUpModuleService from "../../../../modules/follow-up/service"
import type { AdminFollowUpTaskTypesResponse } from "../types"

/** The task types with their outcomes and targets. */
export const GET = async (
  request: AuthenticatedMedusaRequest,
  response: MedusaResponse<AdminFollowUpTaskTypesResponse>
) => {
  const { settings } =
    request.scope.resolve<FollowUpModuleService>(FOLLOW_UP_MODULE)
  response.json({
    task_types: [...settings.all_playbooks.values()].map((playbook) => ({
      type: playbook.type,
      enabled: settings.playbooks.has(playbook.type),
      outcomes: [...playbook.outcomes],
      response_target_minutes: playbook.response_target_minutes,
      response_limit_minutes: playbook.response_limit_minutes,
    })),
  })
}
