import type { FollowUp } from "../api/follow-up"
import { isClosed } from "./outcome-actions"

type Total = { currency_code: string; total: number }

/** What all orders of a task's call come to, by currency. */
export function totalsOf({
  call,
  order_total,
  currency_code,
}: FollowUp): Total[] {
  if (call) {
    return call.totals
  }
  return order_total !== null && currency_code !== null
    ? [{ currency_code, total: order_total }]
    : []
}

/**
 * The same of what is still to be settled of a call whose tasks are all known:
 * a task that was just closed is told without its call, and the others until
 * they are read again with what it was before.
 */
export function totalsLeft(
  tasks: readonly Pick<
    FollowUp,
    "status" | "order_id" | "order_total" | "currency_code"
  >[]
): Total[] {
  const orders = new Map(
    tasks
      .filter((task) => !isClosed(task))
      .map((task) => [task.order_id, task] as const)
  )
  const sums = new Map<string, number>()
  for (const { order_total, currency_code } of orders.values()) {
    if (order_total !== null && currency_code !== null) {
      sums.set(currency_code, (sums.get(currency_code) ?? 0) + order_total)
    }
  }
  return [...sums]
    .map(([currency_code, total]) => ({ currency_code, total }))
    .sort((one, other) => other.total - one.total)
}
