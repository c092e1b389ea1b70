import type { MedusaContainer } from "@medusajs/framework/types"
import type { Planning } from "../../../modules/follow-up/plan"
import type { OrderFacts } from "../../../modules/follow-up/plan-order"
import type { OpeningFacts } from "../../../modules/follow-up/rules/opening-facts"
import { askCustomConditions } from "./ask-custom-conditions"
import { type EarlierOrder, loadEarlierOrders } from "./load-earlier-orders"
import { loadOrderDetails, type OrderDetail } from "./load-order-details"
import { loadProductGroups, type ProductGroups } from "./load-product-groups"
import { loadSafetyFacts } from "./load-safety-facts"
import { loadStockLocations } from "./load-stock-locations"

/** An order that may open a task. */
export type OrderToJudge = {
  order: OrderFacts
  has_phone: boolean
}

/**
 * What decides whether these orders open a task, and under which playbook, by
 * order. The number of queries does not grow with the number of orders.
 */
export async function loadConditionFacts(
  judged: OrderToJudge[],
  planning: Pick<Planning, "book">,
  container: MedusaContainer
): Promise<Map<string, OpeningFacts>> {
  if (judged.length === 0) {
    return new Map()
  }
  const orders = judged.map(({ order }) => order)
  const details = await loadOrderDetails(
    orders.map(({ id }) => id),
    container
  )
  const all = [...details.values()]
  const locations = await loadStockLocations(
    all.flatMap(({ shipping_options }) => shipping_options),
    container
  )
  const groups = await loadProductGroups(
    all.flatMap(({ items }) =>
      items.flatMap(({ product_id }) => product_id ?? [])
    ),
    container
  )
  const earlier = await loadEarlierOrders(orders, container)
  const safety = asksForSafety(planning.book)
    ? await loadSafetyFacts(orders, details, earlier, container)
    : null
  const known = judged.flatMap(({ order, has_phone }) => {
    const detail = details.get(order.id)
    const before = earlier.get(order.id) ?? []
    return detail
      ? [
          {
            order,
            detail,
            conditions: {
              ...conditionsAbout(order, detail, groups),
              ...whatTheyOrdered(before),
              has_phone,
            },
          },
        ]
      : []
  })
  const answers = await askCustomConditions(
    known.map(({ order, conditions }) => ({
      ...conditions,
      order_id: order.id,
      customer_id: order.customer?.id ?? null,
    })),
    planning,
    container
  )
  return new Map(
    known.map(({ order, detail, conditions }, index) => [
      order.id,
      {
        conditions,
        customFields: answers[index] ?? new Map(),
        stock_location_id:
          detail.shipping_options
            .map((id) => locations.get(id))
            .find((id) => id !== undefined) ?? null,
        safety: safety?.get(order.id) ?? null,
      },
    ])
  )
}

function conditionsAbout(
  order: OrderFacts,
  { items, ...detail }: OrderDetail,
  groups: ReadonlyMap<string, ProductGroups>
) {
  const products = items.flatMap(
    ({ product_id }) => groups.get(product_id ?? "") ?? []
  )
  return {
    order_total: order.total,
    currency: order.currency_code.toLowerCase(),
    sales_channel: order.sales_channel_id,
    region: order.region_id,
    country: countryOf(order),
    payment_provider: detail.payment_providers,
    payment_state: detail.payment_state,
    shipping_option: detail.shipping_options,
    category: [...new Set(products.flatMap(({ categories }) => categories))],
    collection: [
      ...new Set(products.flatMap(({ collection }) => collection ?? [])),
    ],
    customer_group: detail.customer_groups,
  }
}

/** Whether a playbook asks which orders are safe: that takes more queries. */
function asksForSafety({ playbooks }: Planning["book"]): boolean {
  return playbooks.some(
    ({ enabled, definition }) => enabled && definition.safe_orders?.enabled
  )
}

/** What their earlier orders say of a customer. */
export function whatTheyOrdered(
  earlier: EarlierOrder[]
): Pick<OpeningFacts["conditions"], "customer_kind" | "completed_orders"> {
  return {
    customer_kind: earlier.some(({ is_canceled }) => !is_canceled)
      ? "returning"
      : "new",
    completed_orders: earlier.filter(({ is_done }) => is_done).length,
  }
}

function countryOf({
  shipping_address,
  billing_address,
}: OrderFacts): string | null {
  const country =
    shipping_address?.country_code ?? billing_address?.country_code
  return country?.toLowerCase() ?? null
}
