import type { MedusaContainer, OrderDetailDTO } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { getOrderDetailWorkflow } from "@medusajs/medusa/core-flows"
import type {
  AdminFollowUpCallSheetItem,
  AdminFollowUpCallSheetResponse,
} from "../../types"
import { type Stock, stockOf } from "./stock-of"

type Order = NonNullable<AdminFollowUpCallSheetResponse["call_sheet"]["order"]>
type LineItem = NonNullable<OrderDetailDTO["items"]>[number]

const FIELDS = [
  "id",
  "display_id",
  "created_at",
  "status",
  "currency_code",
  "sales_channel_id",
  "metadata",
  "item_total",
  "shipping_total",
  "discount_total",
  "tax_total",
  "total",
  "items.*",
  "items.detail.*",
  "shipping_methods.name",
  "shipping_methods.total",
  "shipping_methods.detail.*",
  "shipping_address.*",
  "payment_collections.*",
  "payment_collections.payments.*",
  "payment_collections.payment_sessions.*",
  "fulfillments.*",
]

/**
 * What was ordered, as a person reads it out to the customer; null where the
 * order is gone.
 */
export async function orderToReadOut(
  order_id: string,
  container: MedusaContainer
): Promise<Order | null> {
  const [known] = await container
    .resolve(Modules.ORDER)
    .listOrders({ id: order_id }, { select: ["id"] })
  if (!known) {
    return null
  }
  const { result: order } = await getOrderDetailWorkflow(container).run({
    input: { order_id, fields: FIELDS },
  })
  const items = order.items ?? []
  const stock = await stockOf(items, order.sales_channel_id ?? null, container)
  return {
    id: order.id,
    display_id: Number(order.display_id),
    created_at: new Date(order.created_at).toISOString(),
    status: order.status,
    payment_status: order.payment_status ?? null,
    fulfillment_status: order.fulfillment_status ?? null,
    payment_providers: providersOf(order),
    currency_code: order.currency_code,
    items: items.map((item) => presentItem(item, stock)),
    item_total: Number(order.item_total),
    shipping_total: Number(order.shipping_total),
    discount_total: Number(order.discount_total),
    tax_total: Number(order.tax_total),
    total: Number(order.total),
    shipping_methods: (order.shipping_methods ?? []).map((method) => ({
      name: method.name,
      total: Number(method.total),
    })),
    shipping_address: addressLines(order.shipping_address),
    note: noteOf(order.metadata),
  }
}

function presentItem(
  item: LineItem,
  stock: ReadonlyMap<string, Stock>
): AdminFollowUpCallSheetItem {
  const quantity = Number(item.quantity)
  const variant = item.variant_id ? stock.get(item.variant_id) : undefined
  const available = variant?.available ?? null
  return {
    id: item.id,
    title: item.product_title ?? item.title,
    variant_title: item.variant_title ?? null,
    sku: item.variant_sku ?? null,
    thumbnail: item.thumbnail ?? null,
    options: variant?.options ?? [],
    quantity,
    unit_price: quantity === 0 ? 0 : Number(item.total) / quantity,
    total: Number(item.total),
    stock: {
      managed: variant?.managed ?? false,
      allow_backorder: variant?.allow_backorder ?? false,
      available,
      short_by:
        available === null ? 0 : Math.min(quantity, Math.max(0, -available)),
    },
  }
}

function providersOf(order: OrderDetailDTO): string[] {
  const collections = order.payment_collections ?? []
  const used = [
    ...collections.flatMap(({ payments }) => payments ?? []),
    ...collections.flatMap(({ payment_sessions }) => payment_sessions ?? []),
  ]
  return [...new Set(used.map(({ provider_id }) => provider_id))]
}

/** Who and where, one line each, in the order of an envelope. */
function addressLines(address: OrderDetailDTO["shipping_address"]): string[] {
  if (!address) {
    return []
  }
  return [
    [address.first_name, address.last_name],
    [address.company],
    [address.address_1, address.address_2],
    [address.postal_code, address.city],
    [address.province],
    [address.country_code?.toUpperCase()],
  ]
    .map((parts) => parts.filter(Boolean).join(" "))
    .filter((line) => line !== "")
}

/** Shops keep the shopper's own words in the order's metadata. */
function noteOf(metadata: OrderDetailDTO["metadata"]): string | null {
  const note = metadata?.note ?? metadata?.comment
  return typeof note === "string" && note.trim() !== "" ? note.trim() : null
}
