import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { FOLLOW_UP_MODULE } from "../../../../../modules/follow-up"
import { escalationActionsOf } from "../../../../../modules/follow-up/options/custom-actions"
import {
  conditionFieldsOf,
  conditionsOf,
} from "../../../../../modules/follow-up/options/custom-conditions"
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
    condition_fields: conditionFieldsOf(conditionsOf(scope, settings)),
    custom_actions: Object.entries(escalationActionsOf(scope, settings)).map(
      ([name, { label }]) => ({ name, label: label ? { ...label } : null })
    ),
    types: [...settings.types.values()].map(({ type, label, outcomes }) => ({
      type,
      label,
      outcomes: [...outcomes],
      scripts: { ...SCRIPTS[type] },
      own_playbook: ownPlaybook(type),
    })),
  })

  function ownPlaybook(type: string) {
    const own = settings.playbooks.get(type)
    return own
      ? { enabled: own.enabled, conditions: own.definition.conditions }
      : null
  }
}
