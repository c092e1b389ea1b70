import type { BigNumberInput } from "@medusajs/framework/types"
import { MathBN } from "@medusajs/framework/utils"

/** More than any currency has, and fewer than the errors of a division. */
const DECIMALS = 10

/**
 * An amount of Medusa as a number, rounded to ten decimals.
 *
 * @example amountOf(order.total) // 12.345, not 12.344999999999999
 */
export function amountOf(value: BigNumberInput | null | undefined): number {
  return MathBN.convert(value ?? 0, DECIMALS).toNumber()
}

/** The amount of one unit, computed in decimals; 0 if there are no units. */
export function amountPerUnit(
  total: BigNumberInput,
  quantity: BigNumberInput
): number {
  return MathBN.eq(quantity, 0) ? 0 : amountOf(MathBN.div(total, quantity))
}

/** The number of decimals of a currency; two for one of the shop's own. */
export function decimalsOf(currency_code: string): number {
  try {
    return (
      new Intl.NumberFormat("en", {
        style: "currency",
        currency: currency_code,
      }).resolvedOptions().maximumFractionDigits ?? 2
    )
  } catch {
    return 2
  }
}

/** The least amount that can be paid in a currency. */
export function leastOf(currency_code: string): number {
  return MathBN.div(1, 10 ** decimalsOf(currency_code)).toNumber()
}

/**
 * An amount as it can be paid: Medusa computes taxes and shares of discounts to
 * more decimals than a currency has.
 *
 * @example payable(39.996, "uah") // 40
 * @example payable(1_099.5, "jpy") // 1100
 */
export function payable(amount: number, currency_code: string): number {
  return MathBN.convert(amount, decimalsOf(currency_code)).toNumber()
}

/**
 * What one of so many units costs if all of them cost this, rounded down: never
 * more in all.
 */
export function amountForEach(
  total: number,
  units: number,
  decimals: number
): number {
  const parts = 10 ** decimals
  return MathBN.div(
    Math.floor(amountPerUnit(MathBN.mult(total, parts), units)),
    parts
  ).toNumber()
}
