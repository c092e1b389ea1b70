import type { MedusaContainer } from "@medusajs/framework/types"

import {
  createStep,
  createWorkflow,
  StepResponse,
  transform,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { FOLLOW_UP_MODULE, type RuleChange } from "../../modules/follow-up"
import { refuseUnstorable } from "../../refusals"
import { clockOf } from "../../clock"
import { checkRuleChange } from "./check-rule-change"
import { deliverEventsStep } from "../desk/deliver-outbox"
import { moveTasks } from "../desk/move-tasks"
import { reportError } from "../desk/report-error"

export type ChangeRulesInput = {
  change: RuleChange
  /** The user who changes them; null for a program. */
  actor_id: string | null
}

/**
 * Batches that are moved before the response; the clock's ticks move the rest.
 */
const BATCHES_AT_ONCE = 5

const changeRulesStep = createStep(
  "change-rules",
  async ({ change, actor_id }: ChangeRulesInput, { container }) => {
    refuseUnstorable({ actor_id, ...change })
    const followUp = container.resolve(FOLLOW_UP_MODULE)
    await checkRuleChange(change, container)
    await followUp.changeRules(change, actor_id, clockOf(container).now())
    return new StepResponse(await moveSome(container))
  }
)

/**
 * The rules are already changed: tasks that cannot be moved are left to the
 * ticks.
 */
async function moveSome(container: MedusaContainer): Promise<string[]> {
  try {
    return await moveTasks(container, BATCHES_AT_ONCE)
  } catch (error) {
    reportError(
      "tasks could not be moved to new rules and will be later",
      error,
      container
    )
    return []
  }
}

/**
 * Changes calendars or playbooks, and moves open tasks to the new rules in
 * batches, without blocking the desk. Changes that the dashboard may not make
 * are refused here.
 *
 * @returns the id of what was changed
 * @throws INVALID_DATA, NOT_ALLOWED or NOT_FOUND if the change is not possible,
 * saying why
 */
export const changeRulesWorkflow = createWorkflow(
  { name: "follow-ups-change-rules" },
  (input: ChangeRulesInput) => {
    const event_ids = changeRulesStep(input)
    deliverEventsStep(event_ids)
    const result = transform({ input }, ({ input: { change } }) => ({
      id: change.kind === "order_playbooks" ? change.type : change.id,
    }))
    return new WorkflowResponse(result)
  }
)
