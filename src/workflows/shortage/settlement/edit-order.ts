import type {
  CreateOrderChangeActionDTO,
  MedusaContainer,
} from "@medusajs/framework/types"
import { ChangeActionType, Modules } from "@medusajs/framework/utils"
import {
  addOrderLineItemsWorkflow,
  updateOrderTaxLinesWorkflow,
} from "@medusajs/medusa/core-flows"
import type { Replacement } from "../../../modules/shortage"
import { hasPromotions } from "../../../shop/order-promotions"
import type { LineOfOrder } from "../../../shop/ordered-lines"
import { carryOverDiscounts } from "./discounts"

/** A line that is to be added. */
export type AddedLine = Replacement & {
  line_id: string
  compare_at_unit_price: number | null
}

/**
 * Makes the lines that are to be added, with their taxes. They belong to no
 * order until a change that adds them is confirmed.
 */
export async function makeLines(
  order_id: string,
  replacements: readonly Replacement[],
  container: MedusaContainer
): Promise<AddedLine[]> {
  if (replacements.length === 0) {
    return []
  }
  const { result } = await addOrderLineItemsWorkflow(container).run({
    input: {
      order_id,
      items: replacements.map(({ variant_id, quantity, unit_price }) => ({
        variant_id,
        quantity,
        unit_price,
        // What is held for the customer counts as reserved.
        allow_backorder: true,
      })),
    },
  })
  await updateOrderTaxLinesWorkflow(container).run({
    input: { order_id, item_ids: result.map(({ id }) => id) },
  })
  return replacements.flatMap((replacement, index) => {
    const line = result[index]
    return line
      ? [
          {
            ...replacement,
            line_id: line.id,
            compare_at_unit_price: line.compare_at_unit_price ?? null,
          },
        ]
      : []
  })
}

/** An edit of an order that is yet to be made. */
export type Edit = {
  /** Chosen before, so that the change is recognized after a crash. */
  change_id: string
  order_id: string
  line: LineOfOrder
  units: number
  added: readonly AddedLine[]
  actor_id: string | null
}

/** Makes an order change of type edit, with all its actions, and no other. */
export async function makeChange(
  { change_id, order_id, line, units, added, actor_id }: Edit,
  container: MedusaContainer
): Promise<void> {
  const orders = container.resolve(Modules.ORDER)
  const carry_over_promotions = await hasPromotions(order_id, container)
  // Its own id, which the type does not name.
  const change = {
    id: change_id,
    change_type: "edit" as const,
    order_id,
    created_by: actor_id,
    carry_over_promotions,
  }
  const { version } = await orders.createOrderChange(change)
  const actions: CreateOrderChangeActionDTO[] = [
    {
      order_change_id: change_id,
      order_id,
      version,
      action: ChangeActionType.ITEM_UPDATE,
      details: {
        reference_id: line.id,
        quantity: line.ordered - units,
        quantity_diff: -units,
      },
    },
    ...added.map(({ line_id, quantity, ...prices }) => ({
      order_change_id: change_id,
      order_id,
      version,
      action: ChangeActionType.ITEM_ADD,
      details: {
        reference_id: line_id,
        quantity,
        unit_price: prices.unit_price,
        compare_at_unit_price: prices.compare_at_unit_price,
      },
    })),
  ]
  await orders.addOrderAction(actions)
  await carryOverDiscounts(
    { change_id, order_id, version, line, units, carry_over_promotions },
    container
  )
}
