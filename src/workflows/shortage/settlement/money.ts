import type {
  Before,
  SettledMoney,
  SettlementWarning,
} from "../../../modules/shortage"
import type { OrderMoney } from "../../../shop/order-money"

export const NOTHING_TO_PAY: SettledMoney = { kind: "none", amount: 0 }

/** What the customer has to pay, or gets back. */
export function moneyOf({
  pending,
  paid,
  by_hand,
  authorized,
}: Pick<
  OrderMoney,
  "pending" | "paid" | "by_hand" | "authorized"
>): SettledMoney {
  if (pending < 0) {
    return { kind: "refund_due", amount: -pending }
  }
  const due = pending - sumOf(authorized)
  if (due <= 0) {
    return NOTHING_TO_PAY
  }
  return { kind: by_hand && paid === 0 ? "collect" : "due", amount: due }
}

/** What is authorized, captured. */
export function captured(
  money: OrderMoney,
  capture_first: boolean
): OrderMoney {
  const amount = sumOf(money.authorized)
  return capture_first
    ? {
        ...money,
        pending: money.pending - amount,
        paid: money.paid + amount,
        authorized: [],
      }
    : money
}

/**
 * What a confirmed edit does: Medusa cancels an authorized payment, and opens a
 * collection for all that is then due, even if that is less.
 */
export function edited(money: OrderMoney, total: number): OrderMoney {
  return {
    ...money,
    total,
    pending: money.pending + total - money.total,
    authorized: total === money.total ? money.authorized : [],
  }
}

export function sumOf(amounts: readonly { amount: number }[]): number {
  return amounts.reduce((sum, { amount }) => sum + amount, 0)
}

/** What becomes of discounts, and of a payment that is only authorized. */
export function warningsOf(
  before: Before,
  after: Pick<OrderMoney, "total" | "discount_total">
): SettlementWarning[] {
  const lost = before.discount_total - after.discount_total
  return [
    ...(lost > 0 ? [{ code: "promotion_lost" as const, amount: lost }] : []),
    ...(before.authorized > 0 && after.total !== before.total
      ? [{ code: "payment_canceled" as const, amount: before.authorized }]
      : []),
  ]
}
