import type { BigNumberInput } from "@medusajs/framework/types"
import { decorateCartTotals } from "@medusajs/framework/utils"
import { amountOf } from "./amounts"

export type Adjustment = {
  id?: string
  code?: string | null
  amount: BigNumberInput
  is_tax_inclusive?: boolean
}

export type Item = {
  id: string
  product_id?: string | null
  quantity: BigNumberInput
  unit_price: BigNumberInput
  is_tax_inclusive?: boolean
  is_discountable?: boolean
  tax_lines?: { rate: BigNumberInput }[]
  adjustments?: Adjustment[]
}

export type Method = {
  id: string
  amount: BigNumberInput
  is_tax_inclusive?: boolean
  shipping_option_id?: string | null
  tax_lines?: { rate: BigNumberInput }[]
  adjustments?: Adjustment[]
}

/**
 * The sums of lines and deliveries. Of each only these fields: raw ones that a
 * query adds would count instead.
 */
export function sumsOf(
  items: readonly Item[],
  shipping_methods: readonly Method[]
) {
  const sums = decorateCartTotals({
    items: items.map((item) => ({
      unit_price: amountOf(item.unit_price),
      quantity: amountOf(item.quantity),
      ...taxed(item),
    })),
    shipping_methods: shipping_methods.map((method) => ({
      amount: amountOf(method.amount),
      ...taxed(method),
    })),
  })
  return {
    total: amountOf(sums.total),
    discount_total: amountOf(sums.discount_total),
    /** Before discounts and taxes, and before discounts alone. */
    subtotal: amountOf(sums.subtotal),
    original_total: amountOf(sums.original_total),
  }
}

function taxed({
  is_tax_inclusive,
  tax_lines = [],
  adjustments = [],
}: Item | Method) {
  return {
    is_tax_inclusive,
    tax_lines: tax_lines.map(({ rate }) => ({ rate: amountOf(rate) })),
    adjustments: adjustments.map(({ amount, is_tax_inclusive }) => ({
      amount: amountOf(amount),
      is_tax_inclusive,
    })),
  }
}
