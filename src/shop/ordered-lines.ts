import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { OVER } from "./orders"

/** A line of an order as it stands now, for what may become of it. */
export type LineOfOrder = {
  id: string
  order_id: string
  variant_id: string | null
  title: string
  variant_title: string | null
  sku: string | null
  /** Units that were ordered. */
  ordered: number
  /** Units that are yet to be packed. */
  outstanding: number
  /** What has become of the order, if nothing more is to be sent. */
  order_ended: "canceled" | "over" | null
}

type OrderRow = {
  id: string
  status?: string | null
  canceled_at?: string | Date | null
  items?: ItemRow[] | null
}

type ItemRow = {
  id: string
  title: string
  product_title?: string | null
  variant_id?: string | null
  variant_title?: string | null
  variant_sku?: string | null
  detail?: { quantity: unknown; fulfilled_quantity: unknown } | null
}

/** The lines of these orders. */
export async function linesOfOrders(
  order_ids: string[],
  container: MedusaContainer
): Promise<LineOfOrder[]> {
  if (order_ids.length === 0) {
    return []
  }
  const { data } = await container
    .resolve(ContainerRegistrationKeys.QUERY)
    .graph({
      entity: "order",
      fields: [
        "id",
        "status",
        "canceled_at",
        "items.id",
        "items.title",
        "items.product_title",
        "items.variant_id",
        "items.variant_title",
        "items.variant_sku",
        "items.detail.quantity",
        "items.detail.fulfilled_quantity",
      ],
      filters: { id: order_ids },
    })
  const orders: OrderRow[] = data
  return orders.flatMap(({ id, items, ...order }) =>
    (items ?? []).map((item) => {
      const ordered = Number(item.detail?.quantity ?? 0)
      return {
        id: item.id,
        order_id: id,
        variant_id: item.variant_id ?? null,
        title: titleOf(item),
        variant_title: item.variant_title ?? null,
        sku: item.variant_sku ?? null,
        ordered,
        outstanding: outstandingOf(item.detail),
        order_ended: endOf(order),
      }
    })
  )
}

/** What a line is called; its own title may be the variant's. */
export function titleOf({
  title,
  product_title,
}: {
  title: string
  product_title?: string | null
}): string {
  return product_title ?? title
}

/**
 * What a customer is told that something is; Medusa's own name of an only variant
 * says nothing.
 */
export const nameWithVariant = ({
  title,
  variant_title,
}: {
  title: string
  variant_title: string | null
}): string =>
  variant_title &&
  variant_title !== title &&
  !/^default (option|variant)/i.test(variant_title)
    ? `${title}, ${variant_title}`
    : title

/** Units of a line that are yet to be packed. */
export function outstandingOf(
  detail:
    { quantity?: unknown; fulfilled_quantity?: unknown } | null | undefined
): number {
  const { quantity = 0, fulfilled_quantity = 0 } = detail ?? {}
  return Math.max(0, Number(quantity) - Number(fulfilled_quantity))
}

function endOf({
  status,
  canceled_at,
}: Pick<OrderRow, "status" | "canceled_at">): LineOfOrder["order_ended"] {
  if (canceled_at || status === "canceled") {
    return "canceled"
  }
  return OVER.some((one) => one === status) ? "over" : null
}

/** What a line of an order is called. */
export type LineTitle = { title: string; variant_title: string | null }

/** What these lines are called, also those that an edit has removed. */
export async function titlesOfLines(
  line_ids: string[],
  container: MedusaContainer
): Promise<Map<string, LineTitle>> {
  const items =
    line_ids.length > 0
      ? await container.resolve(Modules.ORDER).listOrderLineItems(
          { id: line_ids },
          {
            select: ["id", "title", "product_title", "variant_title"],
            take: null,
          }
        )
      : []
  return new Map(
    items.map((item) => [
      item.id,
      { title: titleOf(item), variant_title: item.variant_title ?? null },
    ])
  )
}

/** The orders of these lines, also of those that an edit has removed. */
export async function ordersOfLines(
  line_ids: string[],
  container: MedusaContainer
): Promise<string[]> {
  if (line_ids.length === 0) {
    return []
  }
  const { data } = await container
    .resolve(ContainerRegistrationKeys.QUERY)
    .graph({
      entity: "order_item",
      fields: ["order_id"],
      filters: { item_id: line_ids },
    })
  return [...new Set(data.map(({ order_id }) => order_id))]
}
