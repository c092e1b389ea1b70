import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { FOLLOW_UP_MODULE } from "../../../../../modules/follow-up"
import { CONDITION_FIELDS } from "../../../../../modules/follow-up/rules/conditions"
import { SCRIPTS } from "../../../../../modules/follow-up/scripts/plugin-scripts"
import type FollowUpModuleService from "../../../../../modules/follow-up/service"
import type { AdminFollowUpPlaybookVocabularyResponse } from "../types"

/** What a playbook may say. */
export const GET = async (
  { scope }: AuthenticatedMedusaRequest,
  response: MedusaResponse<AdminFollowUpPlaybookVocabularyResponse>
) => {
  const { settings } = scope.resolve<FollowUpModuleService>(FOLLOW_UP_MODULE)
  response.json({
    condition_fields: [...CONDITION_FIELDS],
    custom_actions: [],
    types: [...settings.types.values()].map(({ type, label, outcomes }) => ({
      type,
      label,
      outcomes: [...outcomes],
      scripts: { ...SCRIPTS[type] },
    })),
  })
}
