import { createHash } from "node:crypto"
import type { MedusaContainer } from "@medusajs/framework/types"
import {
  ContainerRegistrationKeys,
  isDefined,
  Modules,
} from "@medusajs/framework/utils"
import { listShippingOptionsForCartWorkflow } from "@medusajs/medusa/core-flows"
import { DELIVERY_FIELDS } from "./delivery"
import { endOf } from "./orders"

/** What is delivered, as far as it takes up room. */
export type DeliveredItem = {
  variant_id: string | null
  product_id: string | null
  quantity: number
  metadata: Record<string, unknown> | null
}

/** How an order is to be delivered. */
export type Delivery = {
  order_id: string
  created_at: Date
  is_canceled: boolean
  /** Completed, archived or delivered in full. */
  is_over: boolean
  is_draft: boolean
  /** The language of the order, as a language tag. */
  locale: string | null
  /** Where it goes, in ISO 3166-1 alpha-2. */
  country_code: string | null
  display_id: number
  /** The cart that it was. */
  cart_id: string | null
  items: DeliveredItem[]
  shipping_options: ShippingPlace[]
  /** Differs where the addresses do, apart from case and spaces. */
  address: string
}

/** A shipping option, and the zone that it serves. */
export type ShippingPlace = { id: string; service_zone_id: string | null }

type ItemRow = {
  variant_id?: string | null
  product_id?: string | null
  quantity?: unknown
  detail?: { quantity?: unknown } | null
  metadata?: Record<string, unknown> | null
}

/** Where a parcel goes; who gets it may change. */
const ADDRESS = [
  "address_1",
  "address_2",
  "city",
  "province",
  "postal_code",
  "country_code",
] as const

type AddressRow = Partial<Record<(typeof ADDRESS)[number], string | null>>

/** How these orders are to be delivered; deleted ones are omitted. */
export async function loadDeliveries(
  order_ids: readonly string[],
  container: MedusaContainer
): Promise<Map<string, Delivery>> {
  if (order_ids.length === 0) {
    return new Map()
  }
  const { data: orders } = await container
    .resolve(ContainerRegistrationKeys.QUERY)
    .graph({
      entity: "order",
      fields: [
        "id",
        "display_id",
        "created_at",
        "canceled_at",
        "status",
        "is_draft_order",
        "locale",
        "cart.id",
        "shipping_methods.shipping_option_id",
        "items.variant_id",
        "items.product_id",
        "items.metadata",
        ...DELIVERY_FIELDS,
        ...ADDRESS.map((field) => `shipping_address.${field}`),
      ],
      filters: { id: [...order_ids] },
    })
  const options = await placesOfOptions(orders.flatMap(optionsOf), container)
  return new Map(
    orders.map((order) => [
      order.id,
      {
        order_id: order.id,
        display_id: Number(order.display_id),
        created_at: new Date(order.created_at),
        is_canceled: Boolean(order.canceled_at),
        is_over: endOf(order) !== null,
        is_draft: order.is_draft_order === true,
        locale: order.locale ?? null,
        country_code: order.shipping_address?.country_code ?? null,
        cart_id: order.cart?.id ?? null,
        items: itemsOf(order.items ?? []),
        shipping_options: unique(optionsOf(order)).map((id) => ({
          id,
          service_zone_id: options.get(id) ?? null,
        })),
        address: fingerprintOf(order.shipping_address),
      },
    ])
  )
}

/** A cart, as far as it can be delivered. */
export type CartToDeliver = {
  cart_id: string
  is_completed: boolean
  locale: string | null
  currency_code: string
  items: DeliveredItem[]
  /** Those that Medusa offers for its address and what is in it. */
  shipping_options: (ShippingPlace & {
    name: string
    /** What it costs, in major units; null if that is yet to be computed. */
    amount: number | null
  })[]
}

/** @returns null if there is no such cart */
export async function loadCartToDeliver(
  cart_id: string,
  container: MedusaContainer
): Promise<CartToDeliver | null> {
  const { data } = await container
    .resolve(ContainerRegistrationKeys.QUERY)
    .graph({
      entity: "cart",
      fields: [
        "id",
        "completed_at",
        "locale",
        "currency_code",
        "sales_channel_id",
        "region_id",
        "shipping_address.country_code",
        "items.variant_id",
        "items.product_id",
        "items.quantity",
        "items.metadata",
      ],
      filters: { id: cart_id },
    })
  const [cart] = data
  if (!cart) {
    return null
  }
  const has_place = cart.sales_channel_id && cart.region_id
  return {
    cart_id,
    is_completed: Boolean(cart.completed_at),
    locale: cart.locale ?? null,
    currency_code: cart.currency_code,
    items: itemsOf(cart.items ?? []),
    shipping_options: has_place ? await optionsOfCart(cart_id, container) : [],
  }
}

async function optionsOfCart(
  cart_id: string,
  container: MedusaContainer
): Promise<CartToDeliver["shipping_options"]> {
  const { result } = await listShippingOptionsForCartWorkflow(container).run({
    input: { cart_id, is_return: false },
  })
  const options: {
    id: string
    name: string
    service_zone_id: string
    amount?: unknown
    insufficient_inventory?: boolean
  }[] = result
  return options
    .filter(({ insufficient_inventory }) => !insufficient_inventory)
    .map(({ id, name, service_zone_id, amount }) => ({
      id,
      name,
      service_zone_id,
      amount: isDefined(amount) && amount !== null ? Number(amount) : null,
    }))
}

/** The service zone of each of these shipping options. */
async function placesOfOptions(
  ids: string[],
  container: MedusaContainer
): Promise<Map<string, string>> {
  if (ids.length === 0) {
    return new Map()
  }
  const options = await container
    .resolve(Modules.FULFILLMENT)
    .listShippingOptions(
      { id: unique(ids) },
      { select: ["id", "service_zone_id"], take: null, withDeleted: true }
    )
  return new Map(
    options.map(({ id, service_zone_id }) => [id, service_zone_id])
  )
}

function optionsOf({
  shipping_methods,
}: {
  shipping_methods?: ({ shipping_option_id?: string | null } | null)[] | null
}): string[] {
  return (shipping_methods ?? []).flatMap(
    (method) => method?.shipping_option_id ?? []
  )
}

function itemsOf(rows: readonly (ItemRow | null)[]): DeliveredItem[] {
  return rows.flatMap((row) =>
    row
      ? [
          {
            variant_id: row.variant_id ?? null,
            product_id: row.product_id ?? null,
            quantity: Number(row.detail?.quantity ?? row.quantity ?? 0),
            metadata: row.metadata ?? null,
          },
        ]
      : []
  )
}

/** No address leaves Medusa's own tables. */
function fingerprintOf(address: AddressRow | null | undefined): string {
  const text = ADDRESS.map((field) => address?.[field] ?? "")
    .map((part) => part.trim().replace(/\s+/g, " ").toLowerCase())
    .join("\n")
  return createHash("sha256").update(text).digest("base64url").slice(0, 22)
}

function unique(ids: string[]): string[] {
  return [...new Set(ids)]
}
