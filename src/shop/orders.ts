import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

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
  "email",
  "currency_code",
  "total",
  "customer.id",
  "customer.first_name",
  "customer.last_name",
  "customer.phone",
  "shipping_address.first_name",
  "shipping_address.last_name",
  "shipping_address.phone",
  "shipping_address.country_code",
  "billing_address.first_name",
  "billing_address.last_name",
  "billing_address.phone",
  "billing_address.country_code",
  "cart.id",
] as const

type ShippingMethod = { shipping_option_id: string | null }

/** What the plans need of these orders; an order that is gone is left out. */
export async function loadOrders(
  ids: string[],
  container: MedusaContainer
): Promise<Map<string, OrderFacts>> {
  if (ids.length === 0) {
    return new Map()
  }
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "order",
    fields: [...FIELDS],
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
        is_over: order.status === "completed" || order.status === "archived",
        came_from_cart: Boolean(order.cart?.id),
        sales_channel_id: order.sales_channel_id ?? null,
        region_id: order.region_id ?? null,
        shipping_options: (order.shipping_methods ?? []).flatMap(
          ({ shipping_option_id }: ShippingMethod) => shipping_option_id ?? []
        ),
        locale: order.locale ?? null,
        email: order.email ?? null,
        currency_code: order.currency_code,
        total: Number(order.total),
        customer: order.customer ?? null,
        shipping_address: order.shipping_address ?? null,
        billing_address: order.billing_address ?? null,
      },
    ])
  )
}

/** What the plan needs to know of an order, as the order module has it. */
export type OrderFacts = {
  id: string
  display_id: number
  created_at: Date
  updated_at: Date
  canceled_at: Date | null
  is_draft: boolean
  /** Completed or archived: nobody needs to be called about it any more. */
  is_over: boolean
  /** A shopper's checkout leaves its cart; an order taken by phone has none. */
  came_from_cart: boolean
  sales_channel_id: string | null
  region_id: string | null
  shipping_options: string[]
  /** The language that it was ordered in, as a language tag. */
  locale: string | null
  email: string | null
  currency_code: string
  total: number
  customer: {
    id: string
    first_name: string | null
    last_name: string | null
    phone: string | null
  } | null
  shipping_address: AddressFacts | null
  billing_address: AddressFacts | null
}

export type AddressFacts = {
  first_name: string | null
  last_name: string | null
  phone: string | null
  country_code: string | null
}
