import type { BigNumberInput, MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { amountOf } from "./amounts"
import { customerComment } from "./customer-comment"
import { authorizedIn, type CollectionRow, PAYMENT_FIELDS } from "./order-money"
import { personFacts, type PersonRow } from "./people"

/** What a courier has to know of an order. Amounts are in major units. */
export type OrderToDeliver = {
  id: string
  display_id: number
  name: string | null
  /** As typed. */
  phone: string | null
  /** One line each, in the order of an envelope, without the name. */
  address: string[]
  /** What the customer wrote with the order. */
  note: string | null
  /**
   * To be paid on delivery; 0 if nothing is. What a card is authorized for is not
   * asked for again.
   */
  to_collect: number
  currency_code: string
  items: { title: string; quantity: number }[]
  is_canceled: boolean
}

const ADDRESS = [
  "company",
  "address_1",
  "address_2",
  "postal_code",
  "city",
  "province",
] as const

type AddressRow = PersonRow &
  Partial<Record<(typeof ADDRESS)[number], string | null>>

type ItemRow = {
  title: string
  product_title?: string | null
  variant_title?: string | null
  detail?: { quantity?: unknown } | null
}

type OrderRow = {
  id: string
  display_id: unknown
  status: string
  metadata?: Record<string, unknown> | null
  currency_code: string
  summary?: { pending_difference?: BigNumberInput } | null
  shipping_address?: AddressRow | null
  customer?: PersonRow | null
  items?: (ItemRow | null)[] | null
  payment_collections?: (CollectionRow | null)[] | null
}

/**
 * What couriers have to know of these orders; deleted ones are omitted.
 *
 * @param customer_comment_key - see `customerComment`
 */
export async function ordersToDeliver(
  ids: readonly string[],
  customer_comment_key: string | null,
  container: MedusaContainer
): Promise<Map<string, OrderToDeliver>> {
  if (ids.length === 0) {
    return new Map()
  }
  const { data } = await container
    .resolve(ContainerRegistrationKeys.QUERY)
    .graph({
      entity: "order",
      fields: [
        "id",
        "display_id",
        "status",
        "metadata",
        "currency_code",
        "summary",
        "items.title",
        "items.product_title",
        "items.variant_title",
        "items.detail.quantity",
        ...PAYMENT_FIELDS,
        ...["first_name", "last_name", "phone"].flatMap((field) => [
          `shipping_address.${field}`,
          `customer.${field}`,
        ]),
        ...ADDRESS.map((field) => `shipping_address.${field}`),
      ],
      filters: { id: [...new Set(ids)] },
    })
  const rows: OrderRow[] = data
  return new Map(
    rows.map((order) => [order.id, toDeliver(order, customer_comment_key)])
  )
}

function toDeliver(
  order: OrderRow,
  comment_key: string | null
): OrderToDeliver {
  const recipient = personFacts(order.shipping_address ?? {})
  const customer = personFacts(order.customer ?? {})
  return {
    id: order.id,
    display_id: Number(order.display_id),
    name: recipient.name ?? customer.name,
    phone: recipient.phone ?? customer.phone,
    address: addressLines(order.shipping_address),
    note: customerComment(order.metadata, comment_key),
    to_collect: toCollect(order),
    currency_code: order.currency_code,
    items: (order.items ?? []).flatMap((item) =>
      item
        ? [
            {
              title: [item.product_title ?? item.title, item.variant_title]
                .filter(Boolean)
                .join(" · "),
              quantity: Number(item.detail?.quantity ?? 0),
            },
          ]
        : []
    ),
    is_canceled: order.status === "canceled",
  }
}

function toCollect({ status, summary, payment_collections }: OrderRow): number {
  const authorized = authorizedIn(payment_collections).reduce(
    (sum, { amount }) => sum + amount,
    0
  )
  return status === "canceled"
    ? 0
    : Math.max(0, amountOf(amountOf(summary?.pending_difference) - authorized))
}

function addressLines(address: AddressRow | null | undefined): string[] {
  return [
    [address?.company],
    [address?.address_1, address?.address_2],
    [address?.postal_code, address?.city],
    [address?.province],
  ]
    .map((parts) => parts.filter(Boolean).join(" "))
    .filter((line) => line !== "")
}
