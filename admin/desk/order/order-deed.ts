import type { AdminFollowUpOutcome } from "../../../src/api/admin/follow-ups/types"
import type { FollowUp } from "../../api/follow-up"

/** What may have to be done to the order after a call. */
export type OrderDeed = NonNullable<AdminFollowUpOutcome["leads_to"]>

/**
 * What the sheet offers once a task was completed: the outcome means it, and
 * the playbook does not leave the order as it is.
 *
 * @param outcomes - those of the task's type
 */
export function deedAfter(
  task: Pick<FollowUp, "status" | "outcome" | "order_id" | "when_order_off">,
  outcomes: readonly AdminFollowUpOutcome[]
): OrderDeed | null {
  if (task.status !== "completed" || task.order_id === null) {
    return null
  }
  const deed = outcomes.find(
    ({ outcome }) => outcome === task.outcome
  )?.leads_to
  return deed === "cancel_order" && task.when_order_off === "leave"
    ? null
    : (deed ?? null)
}
