import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { FOLLOW_UP_MODULE } from "../../../modules/follow-up"
import type { OrderFacts } from "../../../modules/follow-up/plan-order"
import type {
  SafetyFacts,
  Trouble,
} from "../../../modules/follow-up/rules/safe-orders"
import type FollowUpModuleService from "../../../modules/follow-up/service"
import { loadCompleteAddresses } from "./load-complete-addresses"
import type { EarlierOrder } from "./load-earlier-orders"
import type { OrderDetail } from "./load-order-details"
import { loadVariantsInStock } from "./load-variants-in-stock"

/** What the checks of a safe order look at, by order. */
export async function loadSafetyFacts(
  orders: OrderFacts[],
  details: ReadonlyMap<string, OrderDetail>,
  earlier: ReadonlyMap<string, EarlierOrder[]>,
  container: MedusaContainer
): Promise<Map<string, SafetyFacts>> {
  const complete = await loadCompleteAddresses(
    orders.map(({ id }) => id),
    container
  )
  const isInStock = await loadVariantsInStock(
    orders.map(({ id, sales_channel_id }) => ({
      sales_channel_id,
      variant_ids: variantsOf(details.get(id)),
    })),
    container
  )
  const wentBack = await ordersThatWentBack(
    [...earlier.values()].flat().map(({ id }) => id),
    container
  )
  const outcomes = await outcomesBefore(orders, container)
  return new Map(
    orders.map((order) => {
      const detail = details.get(order.id)
      const before = earlier.get(order.id) ?? []
      return [
        order.id,
        {
          paid: order.total === 0 || detail?.payment_state === "captured",
          complete_address: complete.has(order.id),
          in_stock: variantsOf(detail).every((id) =>
            isInStock(id, order.sales_channel_id)
          ),
          trouble: [
            ...(before.some(({ is_canceled }) => is_canceled)
              ? (["canceled_order"] as const)
              : []),
            ...before.flatMap(({ id }) => wentBack.get(id) ?? []),
            ...(outcomes.get(order.id) ?? []),
          ],
        },
      ]
    })
  )
}

function variantsOf(detail: OrderDetail | undefined): string[] {
  return (detail?.items ?? []).flatMap(({ variant_id }) => variant_id ?? [])
}

/** Of these orders, those of which something was returned or claimed. */
async function ordersThatWentBack(
  order_ids: string[],
  container: MedusaContainer
): Promise<Map<string, Trouble[]>> {
  if (order_ids.length === 0) {
    return new Map()
  }
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const filters = { order_id: [...new Set(order_ids)], canceled_at: null }
  const fields = ["id", "order_id"]
  const { data: returns } = await query.graph({
    entity: "return",
    fields,
    filters,
  })
  const { data: claims } = await query.graph({
    entity: "order_claim",
    fields,
    filters,
  })
  const troubles = new Map<string, Trouble[]>()
  const note = (rows: { order_id: string }[], trouble: Trouble) => {
    for (const { order_id } of rows) {
      troubles.set(order_id, [...(troubles.get(order_id) ?? []), trouble])
    }
  }
  note(returns, "return")
  note(claims, "claim")
  return troubles
}

/** How earlier tasks of the same customer ended badly, by order. */
async function outcomesBefore(
  orders: OrderFacts[],
  container: MedusaContainer
): Promise<Map<string, Trouble[]>> {
  const tasks = await container
    .resolve<FollowUpModuleService>(FOLLOW_UP_MODULE)
    .findTasks({
      customer_id: orders.flatMap(({ customer }) => customer?.id ?? []),
    })
  return new Map(
    orders.map(({ id, customer }) => [
      id,
      tasks
        .filter(
          ({ order_id, customer_id }) =>
            customer_id === customer?.id && order_id !== id
        )
        .flatMap(({ outcome }) =>
          outcome === "declined" || outcome === "unreachable" ? [outcome] : []
        ),
    ])
  )
}
