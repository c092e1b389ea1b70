import type { MedusaContainer } from "@medusajs/framework/types"
import {
  FOLLOW_UP_MODULE,
  outcomeOf,
  type SafeOrderCheck,
  type SafetyFacts,
} from "../../modules/follow-up"
import { SHORTAGE_MODULE } from "../../modules/shortage"
import type { OrderFacts } from "../../shop/orders"
import {
  loadTroubleWith,
  ordersBefore,
  type Trouble,
} from "../../shop/order-history"
import type { OrderDetail } from "../../shop/order-details"
import { loadShortages } from "../../shop/shortages"
import { loadVariants } from "../../shop/stock"

type Item = OrderDetail["items"][number]

/** The facts for these checks of a safe order, by order. */
export async function loadSafetyFacts(
  orders: OrderFacts[],
  details: ReadonlyMap<string, OrderDetail>,
  checks: ReadonlySet<SafeOrderCheck>,
  container: MedusaContainer
): Promise<Map<string, SafetyFacts>> {
  const isThere = checks.has("in_stock")
    ? await itemsThere([...details.values()], container)
    : null
  const troubles = checks.has("returning_without_trouble")
    ? await troublesBefore(orders, container)
    : null
  return new Map(
    orders.map(({ id, total, shipping_address }) => [
      id,
      {
        paid: checks.has("paid")
          ? total === 0 || details.get(id)?.payment_state === "captured"
          : null,
        complete_address: shipping_address?.is_complete ?? false,
        in_stock: isThere && (details.get(id)?.items ?? []).every(isThere),
        trouble: troubles && (troubles.get(id) ?? []),
      },
    ])
  )
}

/** Whether an item is in stock. A deleted variant is not. */
async function itemsThere(
  details: OrderDetail[],
  container: MedusaContainer
): Promise<(item: Item) => boolean> {
  const items = details.flatMap(({ items }) => items)
  const variants = await loadVariants(
    items.flatMap(({ variant_id }) => variant_id ?? []),
    container
  )
  const shortages = await loadShortages(
    items,
    variants,
    await container
      .resolve(SHORTAGE_MODULE)
      .readReported(items.map(({ id }) => id)),
    container
  )
  return ({ id, variant_id }) =>
    (!variant_id || variants.has(variant_id)) && !shortages.has(id)
}

/** What went wrong with each order's customer before, by order. */
async function troublesBefore(
  orders: OrderFacts[],
  container: MedusaContainer
): Promise<Map<string, Trouble[]>> {
  const outcomes = await outcomesBefore(orders, container)
  const troubles = new Map<string, Trouble[]>()
  for (const order of orders) {
    troubles.set(order.id, [
      ...(await loadTroubleWith(ordersBefore(order), container)),
      ...(outcomes.get(order.id) ?? []),
    ])
  }
  return troubles
}

/** Bad outcomes of earlier tasks of the same customer, by order. */
async function outcomesBefore(
  orders: OrderFacts[],
  container: MedusaContainer
): Promise<Map<string, Trouble[]>> {
  const followUp = container.resolve(FOLLOW_UP_MODULE)
  const { types } = followUp.settings
  const tasks = await followUp.findTasks({
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
        .flatMap(({ type, outcome }) => {
          const declared = types.get(type)
          return outcome && declared && outcomeOf(declared, outcome)?.is_trouble
            ? [outcome]
            : []
        }),
    ])
  )
}
