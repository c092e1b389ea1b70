import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import {
  conditionFieldsOf,
  conditionsOf,
  escalationActionsOf,
  FOLLOW_UP_MODULE,
  SCRIPTS,
} from "../../../../../modules/follow-up"
import type { AdminFollowUpPlaybookVocabularyResponse } from "../types"

/** What a playbook may say. */
export const GET = async (
  { scope }: AuthenticatedMedusaRequest,
  response: MedusaResponse<AdminFollowUpPlaybookVocabularyResponse>
) => {
  const { settings } = scope.resolve(FOLLOW_UP_MODULE)
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
