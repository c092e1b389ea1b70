import type {
  Before,
  SettledMoney,
  SettlementWarning,
} from "../../../modules/shortage"
import { amountOf, leastOf, payable } from "../../../shop/amounts"
import type { OrderMoney } from "../../../shop/order-money"

export const NOTHING_TO_PAY: SettledMoney = { kind: "none", amount: 0 }

/** What the customer has to pay, or gets back. */
export function moneyOf({
  currency_code,
  pending,
  paid,
  by_hand,
  authorized,
}: Pick<
  OrderMoney,
  "currency_code" | "pending" | "paid" | "by_hand" | "authorized"
>): SettledMoney {
  const owed = payable(-pending, currency_code)
  if (owed > 0) {
    return { kind: "refund_due", amount: owed }
  }
  const due = payable(pending - sumOf(authorized), currency_code)
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
        pending: amountOf(money.pending - amount),
        paid: amountOf(money.paid + amount),
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
    pending: amountOf(money.pending + total - money.total),
    authorized: total === money.total ? money.authorized : [],
  }
}

export function sumOf(amounts: readonly { amount: number }[]): number {
  return amountOf(amounts.reduce((sum, { amount }) => sum + amount, 0))
}

/** What becomes of discounts, and of a payment that is only authorized. */
export function warningsOf(
  before: Before,
  after: Pick<OrderMoney, "total" | "discount_total" | "goods">,
  currency_code: string
): SettlementWarning[] {
  const share = before.goods > 0 ? Math.min(1, after.goods / before.goods) : 1
  const lost = payable(
    before.discount_total * share - after.discount_total,
    currency_code
  )
  return [
    // Shares of a discount do not add up to it exactly.
    ...(lost > leastOf(currency_code)
      ? [{ code: "promotion_lost" as const, amount: lost }]
      : []),
    ...(before.authorized > 0 && after.total !== before.total
      ? [{ code: "payment_canceled" as const, amount: before.authorized }]
      : []),
  ]
}
