import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { tellingRefusals } from "../../tell-refusals"
import { PLAIN_PLAYBOOK } from "../../../../../desk/playbook"
import { FOLLOW_UP_MODULE } from "../../../../../modules/follow-up"
import type { AdminFollowUpPlaybookVocabularyResponse } from "../types"

/** What a playbook may contain. */
export const GET = tellingRefusals(
  async (
    { scope }: AuthenticatedMedusaRequest,
    response: MedusaResponse<AdminFollowUpPlaybookVocabularyResponse>
  ) => {
    const { settings } = scope.resolve(FOLLOW_UP_MODULE)
    response.json({
      triggers: settings.triggers.map(({ trigger, label }) => ({
        trigger,
        label: { ...label },
      })),
      condition_fields: [...settings.conditions],
      custom_actions: settings.escalation_actions.map(({ action, label }) => ({
        name: action,
        label: label ? { ...label } : null,
      })),
      types: [...settings.types.values()].map(
        ({ type, label, outcomes, scripts, has_safe_orders }) => ({
          type,
          label: { ...label },
          outcomes: outcomes.map(({ outcome }) => outcome),
          scripts: { ...scripts },
          has_safe_orders,
          may_cancel_order: outcomes.some(
            ({ leads_to }) => leads_to === "cancel_order"
          ),
          own_playbook: ownPlaybook(type),
          starting_playbook:
            settings.playbooks.get(type)?.definition ?? PLAIN_PLAYBOOK,
        })
      ),
    })

    function ownPlaybook(type: string) {
      const own = settings.playbooks.get(type)
      return own
        ? { enabled: own.enabled, conditions: own.definition.conditions }
        : null
    }
  }
)
