import type {
  AdminFollowUpCallSheetOrder,
  AdminFollowUpOutcome,
} from "../../../src/api/admin/follow-ups/types"
import type { CallSheet } from "../../api/queries"
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

type Payment = Pick<
  AdminFollowUpCallSheetOrder,
  "payment_status" | "payment_providers"
>

/** Medusa's own provider, for manual payment; authorized automatically. */
export const BY_HAND = "pp_system_default"

/** How the order of a task was paid for; undefined where it is not shown. */
export function paymentOf(
  sections: CallSheet["sections"],
  task_id: string
): Partial<Payment> | undefined {
  const found = sections.find(
    ({ section, task_ids }) => section === "order" && task_ids.includes(task_id)
  )
  // An extension may have named a section of its own so.
  return (found?.data as Partial<Payment> | null | undefined) ?? undefined
}

/** What becomes of the payment if the order is canceled. */
export function moneyBack(
  payment: Partial<Payment> | undefined
): ("paid" | "held")[] {
  const { payment_status, payment_providers = [] } = payment ?? {}
  switch (payment_status) {
    case "captured":
    case "partially_refunded":
      return ["paid"]
    case "authorized":
    case "partially_authorized":
      return payment_providers.includes(BY_HAND) ? [] : ["held"]
    case "not_paid":
    case "awaiting":
    case "canceled":
    case "refunded":
      return []
    default:
      return ["paid", "held"]
  }
}
