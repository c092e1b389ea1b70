import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { amountOf } from "./amounts"
import { DELIVERY_FIELDS, isDelivered, type OrderedItems } from "./delivery"
import { customerComment } from "./customer-comment"
import { type PersonFacts, personFacts, type PersonRow } from "./people"

/** The address fields that a parcel needs. */
const NEEDED = [
  "last_name",
  "address_1",
  "city",
  "postal_code",
  "country_code",
] as const

const PERSON = ["first_name", "last_name", "phone"] as const

const FIELDS = [
  "id",
  "display_id",
  "created_at",
  "updated_at",
  "canceled_at",
  "status",
  "is_draft_order",
  "sales_channel_id",
  "region_id",
  "shipping_methods.shipping_option_id",
  "locale",
  "metadata",
  "email",
  "currency_code",
  "total",
  "customer.id",
  ...PERSON.map((field) => `customer.${field}`),
  ...["shipping_address", "billing_address"].flatMap((address) =>
    [...new Set([...PERSON, ...NEEDED])].map((field) => `${address}.${field}`)
  ),
  "cart.id",
  ...DELIVERY_FIELDS,
]

type ShippingMethod = { shipping_option_id: string | null }

/**
 * The facts that plans need of these orders; deleted orders are omitted.
 *
 * @param asked - where the customer's comment is, see `customerComment`
 */
export async function loadOrders(
  ids: string[],
  container: MedusaContainer,
  { customer_comment_key = null }: { customer_comment_key?: string | null } = {}
): Promise<Map<string, OrderFacts>> {
  if (ids.length === 0) {
    return new Map()
  }
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "order",
    fields: FIELDS,
    filters: { id: ids },
  })
  return new Map(
    data.map((order) => [
      order.id,
      {
        id: order.id,
        display_id: Number(order.display_id),
        created_at: new Date(order.created_at),
        canceled_at: order.canceled_at ? new Date(order.canceled_at) : null,
        updated_at: new Date(order.updated_at),
        is_draft: order.is_draft_order === true,
        over: endOf(order),
        came_from_cart: Boolean(order.cart?.id),
        sales_channel_id: order.sales_channel_id ?? null,
        region_id: order.region_id ?? null,
        shipping_options: (order.shipping_methods ?? []).flatMap(
          ({ shipping_option_id }: ShippingMethod) => shipping_option_id ?? []
        ),
        locale: order.locale ?? null,
        customer_comment: customerComment(order.metadata, customer_comment_key),
        email: order.email ?? null,
        currency_code: order.currency_code,
        total: amountOf(order.total),
        customer: order.customer
          ? { id: order.customer.id, ...personFacts(order.customer) }
          : null,
        shipping_address: addressFacts(order.shipping_address),
        billing_address: addressFacts(order.billing_address),
      },
    ])
  )
}

/** The latest order; null in a shop without orders. */
export async function latestOrder(
  container: MedusaContainer
): Promise<string | null> {
  const { data } = await container
    .resolve(ContainerRegistrationKeys.QUERY)
    .graph({
      entity: "order",
      fields: ["id"],
      filters: { is_draft_order: false },
      pagination: { take: 1, skip: 0, order: { created_at: "DESC" } },
    })
  return data.at(0)?.id ?? null
}

/** Statuses of an order for which nothing more is done. */
export const OVER = ["completed", "archived"] as const

/** How an order may be over, other than canceled or deleted. */
export type OrderEnd = (typeof OVER)[number] | "delivered"

/** How an order is over; null while something is still to be done for it. */
export function endOf(
  order: OrderedItems & { status?: string | null }
): OrderEnd | null {
  const over = OVER.find((status) => status === order.status)
  return over ?? (isDelivered(order) ? "delivered" : null)
}

/** The facts that a plan needs of an order, as the order module has them. */
export type OrderFacts = {
  id: string
  display_id: number
  created_at: Date
  updated_at: Date
  canceled_at: Date | null
  is_draft: boolean
  /** How it ended; null while something is still to be done for it. */
  over: OrderEnd | null
  /** A customer's checkout leaves a cart; an order taken by phone has none. */
  came_from_cart: boolean
  sales_channel_id: string | null
  region_id: string | null
  shipping_options: string[]
  /** The language of the order, as a language tag. */
  locale: string | null
  /** What the customer wrote with the order. */
  customer_comment: string | null
  email: string | null
  currency_code: string
  total: number
  customer: (PersonFacts & { id: string }) | null
  shipping_address: AddressFacts | null
  billing_address: AddressFacts | null
}

export type AddressFacts = PersonFacts & {
  country_code: string | null
  /** Whether it has all the fields that a parcel needs to arrive. */
  is_complete: boolean
}

type AddressRow = PersonRow &
  Partial<Record<(typeof NEEDED)[number], string | null>>

function addressFacts(
  address: AddressRow | null | undefined
): AddressFacts | null {
  return address
    ? {
        ...personFacts(address),
        country_code: address.country_code ?? null,
        is_complete: NEEDED.every((field) => address[field]?.trim()),
      }
    : null
}
