import { MedusaError } from "@medusajs/framework/utils"
import type { Label } from "./kind"

/** An order, as far as its size in a delivery window goes. */
export type OrderToCarry = {
  items: readonly {
    variant_id: string | null
    product_id: string | null
    quantity: number
    metadata: Record<string, unknown> | null
  }[]
}

/** What the capacity of a delivery window is counted in. */
export type CapacityUnit = {
  /** As templates name it: `orders`. */
  unit: string
  label: Label
  /** How many units an order takes up: a whole number, at least 1. */
  unitsOf(order: OrderToCarry): number
}

/** The units that are there without a shop's own. */
export const CAPACITY_UNITS: readonly CapacityUnit[] = [
  {
    unit: "orders",
    label: {
      en: "Orders",
      uk: "Замовлення",
      ru: "Заказы",
      bg: "Поръчки",
    },
    unitsOf: () => 1,
  },
  {
    unit: "items",
    label: { en: "Items", uk: "Товари", ru: "Товары", bg: "Артикули" },
    unitsOf: ({ items }) =>
      Math.max(
        1,
        items.reduce((sum, { quantity }) => sum + Math.ceil(quantity), 0)
      ),
  },
]

/**
 * How much an order takes up, by unit.
 *
 * @throws Error for a unit of the shop's own that gives no whole number
 */
export function unitsOfOrder(
  order: OrderToCarry,
  units: readonly CapacityUnit[]
): Record<string, number> {
  return Object.fromEntries(
    units.map(({ unit, unitsOf }) => {
      const taken = unitsOf(order)
      if (!Number.isInteger(taken) || taken < 1) {
        throw new MedusaError(
          MedusaError.Types.UNEXPECTED_STATE,
          `The capacity unit "${unit}" gave ${taken} units; it must give a whole number from 1`
        )
      }
      return [unit, taken]
    })
  )
}
