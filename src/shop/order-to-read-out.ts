import type { MedusaContainer, OrderDetailDTO } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { getOrderDetailWorkflow } from "@medusajs/medusa/core-flows"
import { amountOf, amountPerUnit } from "./amounts"
import { customerComment, textIn } from "./customer-comment"
import { paymentProviders } from "./order-details"
import { titleOf } from "./ordered-lines"
import { type Recipient, recipientOf } from "./recipient"
import { loadShortages } from "./shortages"
import { loadAvailability, loadVariants } from "./stock"

/**
 * The contents of an order, for a person to read out. Amounts are in major
 * units.
 */
export type OrderToReadOut = {
  id: string
  display_id: number
  created_at: Date
  status: string
  payment_status: string | null
  fulfillment_status: string | null
  payment_providers: string[]
  currency_code: string
  items: ItemToReadOut[]
  item_total: number
  shipping_total: number
  discount_total: number
  tax_total: number
  total: number
  shipping_methods: { name: string; total: number }[]
  /** One line each, ready to read out. */
  shipping_address: string[]
  /** ISO 3166-1 alpha-2, in capitals, as it stands in the address. */
  shipping_country: string | null
  /** Who gets the parcel, where it is not who ordered it. */
  recipient: Recipient | null
  /** What the customer wrote with the order. */
  note: string | null
  /** What the order desk noted on the order, for whoever packs it. */
  desk_note: string | null
}

/** Where the order's metadata keeps what the order desk noted on it. */
export type DeskNoteKey = "order_desk_note"

const DESK_NOTE_KEY: DeskNoteKey = "order_desk_note"

export type ItemToReadOut = {
  id: string
  title: string
  variant_title: string | null
  sku: string | null
  thumbnail: string | null
  options: { title: string; value: string }[]
  quantity: number
  /** Per unit, tax included, in major units. */
  unit_price: number
  /** For the line after discounts, tax included. */
  total: number
  stock: {
    /** False: the shop does not track this product's stock. */
    managed: boolean
    allow_backorder: boolean
    /**
     * What is available beyond this order's own reservation; null if not
     * managed.
     */
    available: number | null
    /**
     * Units of this line that stock does not cover; earlier orders are served
     * first.
     */
    short_by: number
  }
}

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
  "billing_address.*",
  "customer.first_name",
  "customer.last_name",
  "customer.phone",
  "payment_collections.*",
  "payment_collections.payments.*",
  "payment_collections.payment_sessions.*",
  "fulfillments.*",
]

/**
 * Units that were reported as not found, by line. The reports are a module's,
 * and not Medusa's.
 */
export type ReadReported = (
  line_ids: string[]
) => Promise<ReadonlyMap<string, number>>

/**
 * @param customer_comment_key - see `customerComment`
 * @returns null if the order no longer exists
 */
export async function orderToReadOut(
  order_id: string,
  customer_comment_key: string | null,
  readReported: ReadReported,
  container: MedusaContainer
): Promise<OrderToReadOut | null> {
  const [known] = await container
    .resolve(Modules.ORDER)
    .listOrders({ id: order_id }, { select: ["id"] })
  if (!known) {
    return null
  }
  const { result: order } = await getOrderDetailWorkflow(container).run({
    input: { order_id, fields: FIELDS },
  })
  return {
    id: order.id,
    display_id: Number(order.display_id),
    created_at: new Date(order.created_at),
    status: order.status,
    payment_status: order.payment_status ?? null,
    fulfillment_status: order.fulfillment_status ?? null,
    payment_providers: paymentProviders(order.payment_collections),
    currency_code: order.currency_code,
    items: await itemsToReadOut(order, readReported, container),
    item_total: amountOf(order.item_total),
    shipping_total: amountOf(order.shipping_total),
    discount_total: amountOf(order.discount_total),
    tax_total: amountOf(order.tax_total),
    total: amountOf(order.total),
    shipping_methods: (order.shipping_methods ?? []).map((method) => ({
      name: method.name,
      total: amountOf(method.total),
    })),
    shipping_address: addressLines(order.shipping_address),
    shipping_country:
      order.shipping_address?.country_code?.toUpperCase() ?? null,
    recipient: recipientOf(order),
    note: customerComment(order.metadata, customer_comment_key),
    desk_note: textIn(order.metadata, DESK_NOTE_KEY),
  }
}

async function itemsToReadOut(
  { items, sales_channel_id }: OrderDetailDTO,
  readReported: ReadReported,
  container: MedusaContainer
): Promise<ItemToReadOut[]> {
  const ids = (items ?? []).flatMap(({ variant_id }) => variant_id ?? [])
  const variants = await loadVariants(ids, container)
  const available = await loadAvailability(
    [...variants.keys()],
    sales_channel_id ?? null,
    container
  )
  const shortages = await loadShortages(
    items ?? [],
    variants,
    await readReported((items ?? []).map(({ id }) => id)),
    container
  )
  return (items ?? []).map((item) => {
    const id = item.variant_id ?? ""
    const variant = variants.get(id)
    const quantity = Number(item.quantity)
    return {
      id: item.id,
      title: titleOf(item),
      variant_title: item.variant_title ?? null,
      sku: item.variant_sku ?? null,
      thumbnail: item.thumbnail ?? null,
      options: variant?.options ?? [],
      quantity,
      unit_price: amountPerUnit(item.total, quantity),
      total: amountOf(item.total),
      stock: {
        managed: variant?.managed ?? false,
        allow_backorder: variant?.allow_backorder ?? false,
        available: variant?.managed ? (available.get(id) ?? null) : null,
        short_by: shortages.get(item.id)?.units ?? 0,
      },
    }
  })
}

/** Name and address, one line each, in the order of an envelope. */
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
