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
