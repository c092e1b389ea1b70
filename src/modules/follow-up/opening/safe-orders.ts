import type {
  SafeOrderCheck,
  SafeOrders,
  SafeReason,
} from "../../../desk/playbook"
import { type Trouble } from "../../../shop/order-history"
import { createHash } from "node:crypto"
import type { ConditionFacts } from "../../../shop/condition-facts"

/**
 * The facts for the checks of a safe order, besides those for conditions. Null:
 * no playbook has the check, and it fails.
 */
export type SafetyFacts = {
  /** Everything is paid, or there is nothing to pay. */
  paid: boolean | null
  /** The address has all the fields that a parcel needs. */
  complete_address: boolean | null
  /** Every item is in stock. */
  in_stock: boolean | null
  /** What went wrong with this customer before. */
  trouble: readonly Trouble[] | null
}

type SafetyJudgement =
  | { is_safe: false }
  | {
      is_safe: true
      reasons: SafeReason[]
      /** Called anyway, to check whether such orders really are safe. */
      is_audited: boolean
    }

/** Whether an order needs no call, by its playbook's rules for safe orders. */
export function judgeSafety(
  rules: SafeOrders | null,
  order_id: string,
  facts: Pick<ConditionFacts, "order_total" | "currency" | "customer_kind">,
  safety: SafetyFacts | null
): SafetyJudgement {
  if (!rules?.enabled || !safety) {
    return { is_safe: false }
  }
  const checks = new Set(rules.checks)
  const isSafe =
    isBelow(rules.totals_below, facts) &&
    [...checks].every((check) => holds(check, facts, safety))
  return isSafe
    ? {
        is_safe: true,
        reasons: ["total_below", ...checks],
        is_audited: isInSample(order_id, rules.audit_percent),
      }
    : { is_safe: false }
}

/**
 * Whether an order is in the random sample. The result is the same for every
 * check of an order.
 *
 * @param percent - of all orders, 0 to 100
 */
export function isInSample(order_id: string, percent: number): boolean {
  const drawn = createHash("sha256").update(order_id).digest().readUInt32BE()
  return drawn < (percent / 100) * 2 ** 32
}

function isBelow(
  totals_below: SafeOrders["totals_below"],
  { order_total, currency }: Pick<ConditionFacts, "order_total" | "currency">
): boolean {
  const limit = currency === null ? undefined : totals_below[currency]
  return limit !== undefined && order_total !== null && order_total < limit
}

function holds(
  check: SafeOrderCheck,
  { customer_kind }: Pick<ConditionFacts, "customer_kind">,
  safety: SafetyFacts
): boolean {
  switch (check) {
    case "paid":
      return safety.paid === true
    case "returning_without_trouble":
      return customer_kind === "returning" && safety.trouble?.length === 0
    case "complete_address":
      return safety.complete_address === true
    case "in_stock":
      return safety.in_stock === true
  }
}
