import type { MedusaContainer } from "@medusajs/framework/types"
import { CAPACITY_UNITS, unitsOfOrder } from "../../desk/capacity-unit"
import type { Window } from "../../modules/delivery-window"
import { FOLLOW_UP_MODULE } from "../../modules/follow-up"
import type { DeliveredItem } from "../../shop/deliveries"

/** How much an order or a cart takes up, by unit of capacity. */
export function unitsOf(
  items: readonly DeliveredItem[],
  container: MedusaContainer
): Record<string, number> {
  const { delivery_windows } = container.resolve(FOLLOW_UP_MODULE).settings
  return unitsOfOrder({ items }, [
    ...CAPACITY_UNITS,
    ...delivery_windows.capacity_units,
  ])
}

/** The same, in the unit of one window. */
export function unitsFor(
  { capacity_unit }: Pick<Window, "capacity_unit">,
  items: readonly DeliveredItem[],
  container: MedusaContainer
): number {
  return unitsOf(items, container)[capacity_unit] ?? 1
}
