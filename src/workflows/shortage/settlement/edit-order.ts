import type {
  CreateOrderChangeActionDTO,
  MedusaContainer,
} from "@medusajs/framework/types"
import {
  ChangeActionType,
  ContainerRegistrationKeys,
  Modules,
} from "@medusajs/framework/utils"
import {
  addOrderLineItemsWorkflow,
  computeAdjustmentsForPreviewWorkflow,
  updateOrderTaxLinesWorkflow,
} from "@medusajs/medusa/core-flows"
import type { Replacement } from "../../../modules/shortage"
import { amountOf } from "../../../shop/amounts"
import { openChangeOf } from "../../../shop/order-changes"
import type { LineOfOrder } from "../../../shop/ordered-lines"
import { reportError } from "../../desk/report-error"

/** As Medusa's own workflows of an edit read it. */
const FIELDS_FOR_PROMOTIONS = [
  "id",
  "status",
  "version",
  "currency_code",
  "email",
  "canceled_at",
  "sales_channel_id",
  "region_id",
  "customer_id",
  "customer.*",
  "customer.groups.*",
  "promotions.*",
  "subtotal",
  "items.*",
  "items.subtotal",
  "items.product.id",
  "items.product_id",
  "items.adjustments.*",
  "shipping_methods.*",
  "shipping_methods.adjustments.*",
  "shipping_methods.shipping_option_id",
  "shipping_address.*",
]

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
  const carried =
    carry_over_promotions &&
    (await carryOverPromotions(order_id, change_id, version, container))
  if (!carried) {
    await shareDiscounts(
      { change_id, order_id, version, line, units },
      container
    )
  }
}

async function hasPromotions(
  order_id: string,
  container: MedusaContainer
): Promise<boolean> {
  const { data } = await container
    .resolve(ContainerRegistrationKeys.QUERY)
    .graph({
      entity: "order",
      fields: ["id", "promotions.id"],
      filters: { id: order_id },
    })
  return data.some(({ promotions }) => (promotions ?? []).length > 0)
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
  const { data } = await container
    .resolve(ContainerRegistrationKeys.QUERY)
    .graph({
      entity: "order",
      fields: FIELDS_FOR_PROMOTIONS,
      filters: { id: order_id },
    })
  const open = await openChangeOf(order_id, container)
  const [order] = data
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
  {
    change_id,
    order_id,
    version,
    line: { id, ordered },
    units,
  }: Pick<Edit, "change_id" | "order_id" | "line" | "units"> & {
    version: number
  },
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
