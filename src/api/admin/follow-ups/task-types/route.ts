import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { tellingRefusals } from "../tell-refusals"
import { builtInNames, FOLLOW_UP_MODULE } from "../../../../modules/follow-up"
import { clockOf } from "../../../../clock"
import type { AdminFollowUpTaskTypesResponse } from "../types"

/** The task types with their outcomes. */
export const GET = tellingRefusals(
  async (
    { scope }: AuthenticatedMedusaRequest,
    response: MedusaResponse<AdminFollowUpTaskTypesResponse>
  ) => {
    const followUp = scope.resolve(FOLLOW_UP_MODULE)
    const { playbooks } = await followUp.readRuleBook(clockOf(scope).now())
    const { types, cancel_reasons, changes } = followUp.settings
    response.json({
      task_types: [...types.values()].map(
        ({ type, kind, label, outcomes, gets }) => ({
          type,
          kind,
          label: { ...label },
          enabled: playbooks.some(
            (playbook) => playbook.type === type && playbook.enabled
          ),
          gets: gets ?? null,
          outcomes: outcomes.map((outcome) => ({
            outcome: outcome.outcome,
            label: { ...outcome.label },
            group: outcome.group,
            asks: (outcome.asks ?? []).map((asked) => ({
              ...asked,
              label: { ...asked.label },
            })),
            done_in: outcome.done_in ?? null,
            leads_to: outcome.leads_to ?? null,
          })),
        })
      ),
      cancel_reasons: cancel_reasons.map((reason) => ({
        ...reason,
        label: { ...reason.label },
      })),
      changes: changes.map((change) => ({
        ...change,
        label: { ...change.label },
      })),
      built_in_names: builtInNames(followUp.settings).map((names) => ({
        ...names,
      })),
    })
  }
)
