import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { amountPerUnit } from "./amounts"
import { outstandingOf, titleOf } from "./ordered-lines"
import { loadStockLocations } from "./stock"

/** An order line in place of which something else may be offered. */
export type LineToReplace = {
  line_item_id: string
  variant_id: string | null
  product_id: string | null
  title: string
  variant_title: string | null
  sku: string | null
  thumbnail: string | null
  /** Units that were ordered. */
  ordered: number
  /** The values of its options, by title, as ordered. */
  options: Record<string, string>
  product_type: string | null
  /** Units that are still to be sent. */
  outstanding: number
  /** For one unit, tax included, in major units, before any discount. */
  price: number
  /** For one unit after discounts, tax included: what the customer pays. */
  paid: number
  /**
   * Where it will be sent from, the first that is known of: where it is reserved,
   * the location of the shipping option, the locations of the sales channel.
   */
  location_ids: string[]
  order: OrderOfLine
}

/** What prices and taxes of an order depend on. */
export type OrderOfLine = {
  id: string
  sales_channel_id: string | null
  region_id: string | null
  has_automatic_taxes: boolean
  currency_code: string
  email: string | null
  customer: { id: string; email: string | null; group_ids: string[] } | null
  /** A language tag, where Medusa knows it. */
  locale: string | null
  address: Address | null
}

type Address = {
  country_code: string | null
  province: string | null
  city: string | null
  postal_code: string | null
}

type OrderRow = {
  id: string
  sales_channel_id: string | null
  region_id: string | null
  currency_code: string
  locale?: string | null
  email: string | null
  region?: { automatic_taxes?: boolean } | null
  customer?: {
    id: string
    email: string | null
    groups?: ({ id: string } | null)[] | null
  } | null
  shipping_address?: Address | null
  shipping_methods?: { shipping_option_id: string | null }[] | null
  items?: ItemRow[] | null
}

type ItemRow = {
  id: string
  title: string
  product_title: string | null
  product_id: string | null
  variant_id: string | null
  variant_title: string | null
  variant_sku: string | null
  thumbnail: string | null
  product_type: string | null
  variant_option_values: Record<string, unknown> | null
  quantity: number
  total: number
  original_total: number
  detail?: { quantity: number; fulfilled_quantity: number } | null
}

/** The line of this order, or null if it has none with this id. */
export async function loadLineToReplace(
  order_id: string,
  line_item_id: string,
  container: MedusaContainer
): Promise<LineToReplace | null> {
  const { data } = await container
    .resolve(ContainerRegistrationKeys.QUERY)
    .graph({
      entity: "order",
      fields: [
        "id",
        "sales_channel_id",
        "region_id",
        "currency_code",
        "locale",
        "email",
        "total",
        "region.automatic_taxes",
        "customer.id",
        "customer.email",
        "customer.groups.id",
        "shipping_address.*",
        "shipping_methods.shipping_option_id",
        "items.*",
        "items.detail.*",
        "items.tax_lines.*",
        "items.adjustments.*",
      ],
      filters: { id: order_id },
    })
  const rows: OrderRow[] = data
  const [order] = rows
  const item = order?.items?.find(({ id }) => id === line_item_id)
  if (!order || !item) {
    return null
  }
  const { customer, shipping_address: address } = order
  return {
    line_item_id,
    variant_id: item.variant_id,
    product_id: item.product_id,
    title: titleOf(item),
    variant_title: item.variant_title ?? null,
    sku: item.variant_sku ?? null,
    thumbnail: item.thumbnail ?? null,
    ordered: Number(item.detail?.quantity ?? 0),
    options: Object.fromEntries(
      Object.entries(item.variant_option_values ?? {}).flatMap(
        ([title, value]) => (typeof value === "string" ? [[title, value]] : [])
      )
    ),
    product_type: item.product_type,
    outstanding: outstandingOf(item.detail),
    price: amountPerUnit(item.original_total, item.quantity),
    paid: amountPerUnit(item.total, item.quantity),
    location_ids: await locationsOf(order, item, container),
    order: {
      id: order.id,
      sales_channel_id: order.sales_channel_id,
      region_id: order.region_id,
      has_automatic_taxes: order.region?.automatic_taxes === true,
      currency_code: order.currency_code,
      email: order.email,
      customer: customer
        ? {
            id: customer.id,
            email: customer.email,
            group_ids: (customer.groups ?? []).flatMap(
              (group) => group?.id ?? []
            ),
          }
        : null,
      locale: order.locale ?? null,
      address: address ?? null,
    },
  }
}

async function locationsOf(
  { shipping_methods, sales_channel_id }: OrderRow,
  { id }: ItemRow,
  container: MedusaContainer
): Promise<string[]> {
  const reservations = await container
    .resolve(Modules.INVENTORY)
    .listReservationItems({ line_item_id: id }, { take: null })
  if (reservations.length > 0) {
    return unique(reservations.map(({ location_id }) => location_id))
  }
  const options = (shipping_methods ?? []).flatMap(
    ({ shipping_option_id }) => shipping_option_id ?? []
  )
  const locations = unique([
    ...(await loadStockLocations(options, container)).values(),
  ])
  return locations.length > 0
    ? locations
    : await locationsOfChannel(sales_channel_id, container)
}

type ChannelRow = { stock_locations?: ({ id: string } | null)[] | null }

async function locationsOfChannel(
  sales_channel_id: string | null,
  container: MedusaContainer
): Promise<string[]> {
  if (sales_channel_id === null) {
    return []
  }
  const { data } = await container
    .resolve(ContainerRegistrationKeys.QUERY)
    .graph({
      entity: "sales_channel",
      fields: ["stock_locations.id"],
      filters: { id: sales_channel_id },
    })
  const rows: ChannelRow[] = data
  return rows.flatMap(({ stock_locations }) =>
    (stock_locations ?? []).flatMap((location) => location?.id ?? [])
  )
}

const unique = (ids: readonly string[]) => [...new Set(ids)]
