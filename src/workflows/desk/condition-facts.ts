import type { MedusaContainer } from "@medusajs/framework/types"
import {
  askedFacts,
  contactOf,
  FOLLOW_UP_MODULE,
  type OpeningFacts,
  type Planning,
} from "../../modules/follow-up"
import type { OrderFacts } from "../../shop/orders"
import { askConditions } from "./ask-conditions"
import {
  loadOrderDetails,
  NO_DETAIL,
  type OrderDetail,
} from "../../shop/order-details"
import {
  asksForHistory,
  loadOrderHistories,
  NO_HISTORY,
} from "../../shop/order-history"
import { loadProductGroups, type ProductGroups } from "../../shop/products"
import { loadPersons, type Person } from "./persons"
import { loadSafetyFacts } from "./safety-facts"
import { loadStockLocations } from "../../shop/stock"

/** An order that may open a task. */
export type OrderToJudge = {
  order: OrderFacts
  has_phone: boolean
}

/**
 * The facts that decide whether these orders open a task, and under which
 * playbook, by order. Only what an enabled playbook of the trigger asks for is
 * read. The number of queries grows with the number of orders only if the
 * customers' earlier orders are needed, of which there may be very many.
 */
export async function loadConditionFacts(
  judged: OrderToJudge[],
  planning: Pick<Planning, "book">,
  container: MedusaContainer,
  trigger: string = "order_placed"
): Promise<Map<string, OpeningFacts>> {
  if (judged.length === 0) {
    return new Map()
  }
  const orders = judged.map(({ order }) => order)
  const asked = askedFacts(
    trigger,
    planning.book,
    container.resolve(FOLLOW_UP_MODULE).settings
  )
  const details = await loadOrderDetails(
    orders.map(({ id }) => id),
    asked.kinds,
    container
  )
  const locations = await loadStockLocations(
    orders.flatMap(({ shipping_options }) => shipping_options),
    container
  )
  const groups = await loadProductGroups(
    asked.kinds.has("products")
      ? [...details.values()].flatMap(({ items }) =>
          items.flatMap(({ product_id }) => product_id ?? [])
        )
      : [],
    container
  )
  const persons = asksForHistory(asked)
    ? await personsOf(orders, container)
    : new Map<string, Person>()
  const safety = asked.checks
    ? await loadSafetyFacts(orders, details, persons, asked.checks, container)
    : null
  const histories = await loadOrderHistories(
    new Map(
      orders.map(({ id, created_at }) => [
        id,
        {
          customer_ids: persons.get(id)?.customer_ids ?? [],
          before: created_at,
        },
      ])
    ),
    asked,
    container
  )
  const conditions = judged.map(({ order, has_phone }) => ({
    ...conditionsAbout(order, details.get(order.id) ?? NO_DETAIL, groups),
    ...(histories.get(order.id) ?? NO_HISTORY),
    has_phone,
  }))
  const answers = await askConditions(
    conditions.map((facts, index) => ({
      ...facts,
      order_id: orders[index]?.id ?? null,
      customer_id: orders[index]?.customer?.id ?? null,
    })),
    asked.extension_conditions,
    container
  )
  return new Map(
    conditions.map((facts, index) => [
      orders[index]?.id ?? "",
      {
        conditions: facts,
        extensionAnswers: answers[index] ?? new Map(),
        stock_location_id:
          facts.shipping_option
            .map((id) => locations.get(id))
            .find((id) => id !== undefined) ?? null,
        safety: safety?.get(orders[index]?.id ?? "") ?? null,
      },
    ])
  )
}

/** Who placed each of these orders, by order. */
async function personsOf(
  orders: OrderFacts[],
  container: MedusaContainer
): Promise<Map<string, Person>> {
  const { settings } = container.resolve(FOLLOW_UP_MODULE)
  const persons = await loadPersons(
    orders.map((order) => contactOf(order, [], settings)),
    container
  )
  return new Map(
    orders.flatMap(({ id }, index) => {
      const person = persons[index]
      return person ? [[id, person]] : []
    })
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
    shipping_option: order.shipping_options,
    category: [...new Set(products.flatMap(({ categories }) => categories))],
    collection: [
      ...new Set(products.flatMap(({ collection }) => collection ?? [])),
    ],
    customer_group: detail.customer_groups,
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
