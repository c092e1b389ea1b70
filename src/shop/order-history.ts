import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { DELIVERY_FIELDS, isDelivered, type OrderedItems } from "./delivery"
import type { ConditionFacts, FactKind } from "./condition-facts"
import { OVER } from "./orders"

/** Identifies a person's orders, optionally up to a moment. */
export type OrdersOf = {
  /** The person's customer records, all of which are one person's. */
  customer_ids: string[]
  before: Date | null
}

type OrderHistory = Pick<ConditionFacts, "customer_kind" | "completed_orders">

/** Whether anything asks who placed an order, and what they did before. */
export function asksForHistory({
  kinds,
}: {
  kinds: ReadonlySet<FactKind>
}): boolean {
  return kinds.has("customer_kind") || kinds.has("completed_orders")
}

/** The history of a customer without orders, or if nothing asks for it. */
export const NO_HISTORY: OrderHistory = {
  customer_kind: "new",
  completed_orders: 0,
}

/**
 * The order history of each customer, as far as a playbook asks for it, by the
 * given id. Queries run one after the other, so that a shop that catches up
 * does not take every connection at once.
 */
export async function loadOrderHistories(
  asking: ReadonlyMap<string, OrdersOf>,
  asked: { kinds: ReadonlySet<FactKind> },
  container: MedusaContainer
): Promise<Map<string, OrderHistory>> {
  const histories = new Map<string, OrderHistory>()
  for (const [id, orders] of asking) {
    histories.set(id, await loadOrderHistory(orders, asked, container))
  }
  return histories
}

async function loadOrderHistory(
  orders: OrdersOf,
  { kinds }: { kinds: ReadonlySet<FactKind> },
  container: MedusaContainer
): Promise<OrderHistory> {
  if (orders.customer_ids.length === 0) {
    return NO_HISTORY
  }
  return {
    customer_kind:
      kinds.has("customer_kind") &&
      (await countOrders(orders, NOT_CANCELED, container)) > 0
        ? "returning"
        : NO_HISTORY.customer_kind,
    completed_orders: kinds.has("completed_orders")
      ? (await countOrders(orders, CLOSED, container)) +
        (await countDelivered(orders, container))
      : NO_HISTORY.completed_orders,
  }
}

/** What went wrong with these orders. */
export async function loadTroubleWith(
  orders: OrdersOf,
  container: MedusaContainer
): Promise<Trouble[]> {
  if (orders.customer_ids.length === 0) {
    return []
  }
  const [canceled, returned, claimed] = await Promise.all([
    countOrders(orders, CANCELED, container),
    countOfOrders("return", orders, container),
    countOfOrders("order_claim", orders, container),
  ])
  return [
    ...(canceled > 0 ? (["canceled_order"] as const) : []),
    ...(returned > 0 ? (["return"] as const) : []),
    ...(claimed > 0 ? (["claim"] as const) : []),
  ]
}

/** Where a customer's latest order goes, and in which language it was placed. */
export async function latestOrderOf(
  customer_id: string | null,
  container: MedusaContainer
): Promise<{ locale: string | null; country_code: string | null } | null> {
  if (customer_id === null) {
    return null
  }
  const { data } = await container
    .resolve(ContainerRegistrationKeys.QUERY)
    .graph({
      entity: "order",
      fields: ["locale", "shipping_address.country_code"],
      filters: placedBy({ customer_ids: [customer_id], before: null }),
      pagination: { skip: 0, take: 1, order: { created_at: "DESC" } },
    })
  const [order] = data
  return order
    ? {
        locale: order.locale ?? null,
        country_code: order.shipping_address?.country_code ?? null,
      }
    : null
}

const NOT_CANCELED = { canceled_at: null, status: { $ne: "canceled" } }
const CANCELED = {
  $or: [{ canceled_at: { $ne: null } }, { status: "canceled" }],
}
const CLOSED = { canceled_at: null, status: [...OVER] }
const NOT_CLOSED = { canceled_at: null, status: { $nin: [...OVER] } }

/** Only the count is needed, which Medusa returns with any page. */
const COUNT_ONLY = { skip: 0, take: 1 }

const PAGE = 100

export function placedBy({ customer_ids, before }: OrdersOf) {
  return {
    customer_id: customer_ids,
    is_draft_order: false,
    ...(before && { created_at: { $lt: before } }),
  }
}

async function countOrders(
  orders: OrdersOf,
  which: Record<string, unknown>,
  container: MedusaContainer
): Promise<number> {
  const { metadata } = await container
    .resolve(ContainerRegistrationKeys.QUERY)
    .graph({
      entity: "order",
      fields: ["id"],
      filters: { ...placedBy(orders), ...which },
      pagination: COUNT_ONLY,
    })
  return metadata?.count ?? 0
}

/** Counts the returns or claims of these orders, without canceled ones. */
async function countOfOrders(
  entity: "return" | "order_claim",
  orders: OrdersOf,
  container: MedusaContainer
): Promise<number> {
  const { metadata } = await container
    .resolve(ContainerRegistrationKeys.QUERY)
    .graph({
      entity,
      fields: ["id"],
      filters: { canceled_at: null, order: placedBy(orders) },
      pagination: COUNT_ONLY,
    })
  return metadata?.count ?? 0
}

/** Counts open orders of which every item was delivered. */
async function countDelivered(
  orders: OrdersOf,
  container: MedusaContainer
): Promise<number> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  let delivered = 0
  for (let skip = 0; ; skip += PAGE) {
    const { data } = await query.graph({
      entity: "order",
      fields: ["id", ...DELIVERY_FIELDS],
      filters: { ...placedBy(orders), ...NOT_CLOSED },
      pagination: { skip, take: PAGE, order: { created_at: "ASC", id: "ASC" } },
    })
    const rows: OrderedItems[] = data
    delivered += rows.filter(isDelivered).length
    if (rows.length < PAGE) {
      return delivered
    }
  }
}

/** Besides these, outcomes of tasks that their types declare as trouble. */
export type Trouble = "canceled_order" | "return" | "claim" | (string & {})
