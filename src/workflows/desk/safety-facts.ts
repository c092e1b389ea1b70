import type { MedusaContainer } from "@medusajs/framework/types"
import {
  FOLLOW_UP_MODULE,
  type SafeOrderCheck,
  type SafetyFacts,
} from "../../modules/follow-up"
import type { OrderFacts } from "../../shop/orders"
import {
  loadTroubleWith,
  ordersBefore,
  type Trouble,
} from "../../shop/order-history"
import { loadCompleteAddresses } from "../../shop/complete-addresses"
import type { OrderDetail } from "../../shop/order-details"
import { loadVariantsInStock } from "../../shop/variants-in-stock"

/** What these checks of a safe order look at, by order. */
export async function loadSafetyFacts(
  orders: OrderFacts[],
  details: ReadonlyMap<string, OrderDetail>,
  checks: ReadonlySet<SafeOrderCheck>,
  container: MedusaContainer
): Promise<Map<string, SafetyFacts>> {
  const complete = checks.has("complete_address")
    ? await loadCompleteAddresses(
        orders.map(({ id }) => id),
        container
      )
    : null
  const isInStock = checks.has("in_stock")
    ? await loadVariantsInStock(
        orders.map(({ id, sales_channel_id }) => ({
          sales_channel_id,
          variant_ids: variantsOf(details.get(id)),
        })),
        container
      )
    : null
  const troubles = checks.has("returning_without_trouble")
    ? await troublesBefore(orders, container)
    : null
  return new Map(
    orders.map(({ id, total, sales_channel_id }) => [
      id,
      {
        paid: checks.has("paid")
          ? total === 0 || details.get(id)?.payment_state === "captured"
          : null,
        complete_address: complete?.has(id) ?? null,
        in_stock:
          isInStock &&
          variantsOf(details.get(id)).every((variant_id) =>
            isInStock(variant_id, sales_channel_id)
          ),
        trouble: troubles && (troubles.get(id) ?? []),
      },
    ])
  )
}

function variantsOf(detail: OrderDetail | undefined): string[] {
  return (detail?.items ?? []).flatMap(({ variant_id }) => variant_id ?? [])
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

/** How earlier tasks of the same customer ended badly, by order. */
async function outcomesBefore(
  orders: OrderFacts[],
  container: MedusaContainer
): Promise<Map<string, Trouble[]>> {
  const tasks = await container.resolve(FOLLOW_UP_MODULE).findTasks({
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
