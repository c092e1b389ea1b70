import type { FollowUp } from "../api/follow-up"

/** What all orders of a task's call come to, by currency. */
export function totalsOf({ call, order_total, currency_code }: FollowUp) {
  if (call) {
    return call.totals
  }
  return order_total !== null && currency_code !== null
    ? [{ currency_code, total: order_total }]
    : []
}
