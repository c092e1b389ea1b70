import type { MedusaContainer } from "@medusajs/framework/types"
import { ChangeActionType, Modules } from "@medusajs/framework/utils"
import { computeAdjustmentsForPreviewWorkflow } from "@medusajs/medusa/core-flows"
import { amountOf } from "../../../shop/amounts"
import { openChangeOf } from "../../../shop/order-changes"
import { orderWithPromotions } from "../../../shop/order-promotions"
import type { LineOfOrder } from "../../../shop/ordered-lines"
import { reportError } from "../../desk/report-error"

type Discounted = {
  change_id: string
  order_id: string
  version: number
  line: LineOfOrder
  units: number
}

/**
 * Adds to a change what becomes of the order's discounts: its promotions are
 * computed anew, or else what is left of the line keeps its share.
 */
export async function carryOverDiscounts(
  edit: Discounted & { carry_over_promotions: boolean },
  container: MedusaContainer
): Promise<void> {
  const { order_id, change_id, version, carry_over_promotions } = edit
  const carried =
    carry_over_promotions &&
    (await carryOverPromotions(order_id, change_id, version, container))
  if (!carried) {
    await shareDiscounts(edit, container)
  }
}

/**
 * Computes the order's promotions for what it becomes.
 *
 * @returns false if Medusa cannot: it fails for a fixed discount that is shared
 * by the items
 */
async function carryOverPromotions(
  order_id: string,
  change_id: string,
  version: number,
  container: MedusaContainer
): Promise<boolean> {
  const order = await orderWithPromotions(order_id, container)
  const open = await openChangeOf(order_id, container)
  if (!order || open?.id !== change_id) {
    return false
  }
  const orderChange = await container
    .resolve(Modules.ORDER)
    .retrieveOrderChange(change_id)
  try {
    await computeAdjustmentsForPreviewWorkflow(container).run({
      input: { order, orderChange: { ...orderChange, version } },
    })
    return true
  } catch (error) {
    reportError(
      `the promotions of ${order_id} could not be computed anew: its discounts stay as they are for what is left`,
      error,
      container
    )
    return false
  }
}

/**
 * A line of which fewer units are left keeps its discount for these only;
 * Medusa would leave it all of it.
 */
async function shareDiscounts(
  { change_id, order_id, version, line: { id, ordered }, units }: Discounted,
  container: MedusaContainer
): Promise<void> {
  const adjustments = await container
    .resolve(Modules.ORDER)
    .listOrderLineItemAdjustments({ item_id: id })
  const current = Math.max(0, ...adjustments.map(versionOf))
  const own = adjustments.filter((each) => versionOf(each) === current)
  if (own.length === 0 || units === ordered) {
    return
  }
  await container.resolve(Modules.ORDER).addOrderAction([
    {
      order_change_id: change_id,
      order_id,
      version,
      action: ChangeActionType.ITEM_ADJUSTMENTS_REPLACE,
      details: {
        reference_id: id,
        adjustments: own.map(({ amount, code, description, promotion_id }) => ({
          item_id: id,
          amount: (amountOf(amount) * (ordered - units)) / ordered,
          code,
          description,
          promotion_id,
        })),
      },
    },
  ])
}

/** The order's version of which an adjustment is. */
function versionOf(adjustment: object): number {
  return "version" in adjustment ? Number(adjustment.version) : 0
}
