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
