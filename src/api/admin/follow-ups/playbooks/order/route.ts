import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { FOLLOW_UP_MODULE } from "../../../../../modules/follow-up"
import { clockOf } from "../../../../../clock"
import { changeRules } from "../../rule-changes"
import { playbookPresenter } from "../present-playbooks"
import type { AdminFollowUpPlaybookListResponse } from "../types"
import type { OrderPlaybooks } from "../validators"
import { tellingRefusals } from "../../tell-refusals"

/**
 * Sets the order in which the playbooks of a type are tried, and responds with
 * them.
 */
export const POST = tellingRefusals(
  async (
    request: AuthenticatedMedusaRequest<OrderPlaybooks>,
    response: MedusaResponse<AdminFollowUpPlaybookListResponse>
  ) => {
    const { scope, validatedBody } = request
    const { type, ids } = validatedBody
    await changeRules({ kind: "order_playbooks", type, ids }, request)
    const followUp = scope.resolve(FOLLOW_UP_MODULE)
    const now = clockOf(scope).now()
    const { playbooks } = await followUp.readRuleBook(now)
    const ofType = playbooks.filter((playbook) => playbook.type === type)
    response.json({
      playbooks: ofType.map(await playbookPresenter(ofType, scope)),
      count: ofType.length,
      limit: ofType.length,
      offset: 0,
      now: now.toISOString(),
    })
  }
)
