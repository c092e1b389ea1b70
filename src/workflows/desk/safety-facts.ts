import type { MedusaContainer } from "@medusajs/framework/types"
import {
  FOLLOW_UP_MODULE,
  outcomeOf,
  type SafeOrderCheck,
  type SafetyFacts,
} from "../../modules/follow-up"
import type { OrderFacts } from "../../shop/orders"
import type { Person } from "./persons"
import { loadTroubleWith, type Trouble } from "../../shop/order-history"
import type { OrderDetail } from "../../shop/order-details"
import { loadShortages } from "../../shop/shortages"
import { loadVariants } from "../../shop/stock"
import { reportedUnits } from "./reported-units"

type Item = OrderDetail["items"][number]

/** The facts for these checks of a safe order, by order. */
export async function loadSafetyFacts(
  orders: OrderFacts[],
  details: ReadonlyMap<string, OrderDetail>,
  persons: ReadonlyMap<string, Person>,
  checks: ReadonlySet<SafeOrderCheck>,
  container: MedusaContainer
): Promise<Map<string, SafetyFacts>> {
  const isThere = checks.has("in_stock")
    ? await itemsThere([...details.values()], container)
    : null
  const troubles = checks.has("returning_without_trouble")
    ? await troublesBefore(orders, persons, container)
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
    await reportedUnits(
      items.map(({ id }) => id),
      container
    ),
    container
  )
  return ({ id, variant_id }) =>
    (!variant_id || variants.has(variant_id)) && !shortages.has(id)
}

/** What went wrong with each order's person before, by order. */
async function troublesBefore(
  orders: OrderFacts[],
  persons: ReadonlyMap<string, Person>,
  container: MedusaContainer
): Promise<Map<string, Trouble[]>> {
  const outcomes = await outcomesBefore(orders, persons, container)
  const troubles = new Map<string, Trouble[]>()
  for (const { id, created_at } of orders) {
    const customer_ids = persons.get(id)?.customer_ids ?? []
    troubles.set(id, [
      ...(await loadTroubleWith(
        { customer_ids, before: created_at },
        container
      )),
      ...(outcomes.get(id) ?? []),
    ])
  }
  return troubles
}

/** Bad outcomes of earlier tasks of the same person, by order. */
async function outcomesBefore(
  orders: OrderFacts[],
  persons: ReadonlyMap<string, Person>,
  container: MedusaContainer
): Promise<Map<string, Trouble[]>> {
  const followUp = container.resolve(FOLLOW_UP_MODULE)
  const { types } = followUp.settings
  const tasks = await followUp.findTasks({
    person_id: [...persons.values()].flatMap(({ person_ids }) => person_ids),
  })
  return new Map(
    orders.map(({ id }) => [
      id,
      tasks
        .filter(
          ({ order_id, person_id }) =>
            persons.get(id)?.person_ids.includes(person_id) && order_id !== id
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
