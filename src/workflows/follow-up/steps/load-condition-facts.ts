import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { getLastPaymentStatus } from "@medusajs/medusa/core-flows"
import type { Planning } from "../../../modules/follow-up/plan"
import type { OrderFacts } from "../../../modules/follow-up/plan-order"
import { PAYMENT_STATES } from "../../../modules/follow-up/rules/conditions"
import type { OpeningFacts } from "../../../modules/follow-up/rules/opening-facts"
import { type EarlierOrder, loadEarlierOrders } from "./load-earlier-orders"
import { loadProductGroups } from "./load-product-groups"
import { loadSafetyFacts } from "./load-safety-facts"
import { loadStockLocations } from "./load-stock-locations"

/** An order that may open a task. */
export type OrderToJudge = {
  order: OrderFacts
  has_phone: boolean
}

/** What an order says beyond what every plan needs. */
export type OrderDetail = {
  id: string
  items: { product_id: string | null; variant_id: string | null }[]
  shipping_options: string[]
  payment_state: OpeningFacts["conditions"]["payment_state"]
  payment_providers: string[]
  customer_groups: string[]
}

const FIELDS = [
  "id",
  "currency_code",
  "items.product_id",
  "items.variant_id",
  "shipping_methods.shipping_option_id",
  "payment_collections.amount",
  "payment_collections.captured_amount",
  "payment_collections.refunded_amount",
  "payment_collections.status",
  "payment_collections.payments.provider_id",
  "payment_collections.payment_sessions.provider_id",
  "customer.groups.id",
]

/**
 * What decides whether these orders open a task, and under which playbook, by
 * order. The number of queries does not grow with the number of orders.
 */
export async function loadConditionFacts(
  judged: OrderToJudge[],
  { book }: Pick<Planning, "book">,
  container: MedusaContainer
): Promise<Map<string, OpeningFacts>> {
  if (judged.length === 0) {
    return new Map()
  }
  const orders = judged.map(({ order }) => order)
  const details = await loadDetails(
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
  const safety = asksForSafety(book)
    ? await loadSafetyFacts(orders, details, earlier, container)
    : null
  return new Map(
    judged.flatMap(({ order, has_phone }): [string, OpeningFacts][] => {
      const detail = details.get(order.id)
      if (!detail) {
        return []
      }
      const products = detail.items.flatMap(
        ({ product_id }) => groups.get(product_id ?? "") ?? []
      )
      return [
        [
          order.id,
          {
            conditions: {
              order_total: order.total,
              currency: order.currency_code.toLowerCase(),
              sales_channel: order.sales_channel_id,
              region: order.region_id,
              country: countryOf(order),
              payment_provider: detail.payment_providers,
              payment_state: detail.payment_state,
              shipping_option: detail.shipping_options,
              ...whatTheyOrdered(earlier.get(order.id) ?? []),
              has_phone,
              category: products.flatMap(({ categories }) => categories),
              collection: products.flatMap(
                ({ collection }) => collection ?? []
              ),
              customer_group: detail.customer_groups,
            },
            customFields: new Map(),
            stock_location_id:
              detail.shipping_options
                .map((id) => locations.get(id))
                .find((id) => id !== undefined) ?? null,
            safety: safety?.get(order.id) ?? null,
          },
        ],
      ]
    })
  )
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

type DetailRow = {
  id: string
  items?: OrderDetail["items"] | null
  shipping_methods?: { shipping_option_id: string | null }[] | null
  payment_collections?: PaymentCollectionRow[] | null
  customer?: { groups?: { id: string }[] | null } | null
}

type PaymentCollectionRow = {
  payments?: { provider_id: string }[] | null
  payment_sessions?: { provider_id: string }[] | null
}

async function loadDetails(
  ids: string[],
  container: MedusaContainer
): Promise<Map<string, OrderDetail>> {
  const { data } = await container
    .resolve(ContainerRegistrationKeys.QUERY)
    .graph({ entity: "order", fields: FIELDS, filters: { id: ids } })
  const states = new Map(
    data.map((order) => [
      order.id,
      getLastPaymentStatus({
        ...order,
        payment_collections: order.payment_collections ?? [],
      }),
    ])
  )
  const rows: DetailRow[] = data
  return new Map(
    rows.map((row) => [
      row.id,
      {
        id: row.id,
        items: row.items ?? [],
        shipping_options: (row.shipping_methods ?? []).flatMap(
          ({ shipping_option_id }) => shipping_option_id ?? []
        ),
        payment_state:
          PAYMENT_STATES.find((state) => state === states.get(row.id)) ?? null,
        payment_providers: providersOf(row.payment_collections ?? []),
        customer_groups: (row.customer?.groups ?? []).map(({ id }) => id),
      },
    ])
  )
}

function providersOf(collections: PaymentCollectionRow[]): string[] {
  const used = collections.flatMap(({ payments, payment_sessions }) => [
    ...(payments ?? []),
    ...(payment_sessions ?? []),
  ])
  return [...new Set(used.map(({ provider_id }) => provider_id))]
}
