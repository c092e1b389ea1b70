import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import {
  type DryRun,
  FOLLOW_UP_MODULE,
  type RuleChange,
} from "../../../modules/follow-up"
import { clockOf } from "../../../clock"
import { checkRuleChange } from "../../../workflows/follow-up/check-rule-change"
import { changeRulesWorkflow } from "../../../workflows/follow-up/change-rules"
import { userOf } from "./actor"
import type {
  AdminFollowUpDryRun,
  AdminFollowUpDryRunResponse,
} from "./calendars/types"
import { isGranted, READ_FOLLOW_UPS } from "./granted"
import { iso } from "./present-tasks"
import { visibleTo } from "./visible-to"

/** Changes the rules on behalf of the caller. */
export async function changeRules(
  change: RuleChange,
  request: Pick<AuthenticatedMedusaRequest, "scope" | "auth_context">
): Promise<void> {
  await changeRulesWorkflow(request.scope).run({
    input: { change, actor_id: userOf(request) },
  })
}

/**
 * Responds with what a rule change would do, without changing anything. All
 * tasks are counted; the examples are those that the caller may see, none for
 * one who may not read the queue.
 */
export async function answerDryRun(
  change: RuleChange,
  request: Pick<AuthenticatedMedusaRequest, "scope" | "auth_context">,
  response: MedusaResponse<AdminFollowUpDryRunResponse>
): Promise<void> {
  const { scope } = request
  const followUp = scope.resolve(FOLLOW_UP_MODULE)
  const now = clockOf(scope).now()
  await checkRuleChange(change, scope)
  const dry_run = await followUp.tryRules(change, now, await visibleTo(request))
  const { examples } = dry_run
  const seen = (await isGranted(READ_FOLLOW_UPS, request)) ? examples : []
  response.json({
    dry_run: presentDryRun({ ...dry_run, examples: seen }),
    now: now.toISOString(),
  })
}

function presentDryRun({ examples, ...counts }: DryRun): AdminFollowUpDryRun {
  return {
    ...counts,
    examples: examples.map(({ task, deadline, before, after, becomes }) => ({
      follow_up: {
        id: task.id,
        type: task.type,
        order_display_id: task.order_display_id,
        customer_name: task.customer_name,
      },
      deadline,
      before: iso(before),
      after: iso(after),
      becomes,
    })),
  }
}
