import type { MedusaContainer } from "@medusajs/framework/types"
import {
  ContainerRegistrationKeys,
  MathBN,
  Modules,
} from "@medusajs/framework/utils"
import { getOrderDetailWorkflow } from "@medusajs/medusa/core-flows"
import { amountPerUnit } from "./amounts"
import { textIn } from "./customer-comment"

/** A line of an order for which something else may be sent. */
export type LineToReplace = {
  id: string
  order_id: string
  variant_id: string | null
  title: string
  variant_title: string | null
  sku: string | null
  thumbnail: string | null
  ordered: number
  /** What the customer pays for one, tax and discounts included. */
  paid_per_unit: number
  /** The same as a line's `unit_price` has it: without tax if the line does. */
  price_to_match: number
  currency_code: string
  region_id: string | null
  customer_id: string | null
  /** A language tag, where Medusa knows it. */
  locale: string | null
  country_code: string | null
}

/** @returns null if the order has no such line any more */
export async function lineToReplace(
  order_id: string,
  line_item_id: string,
  container: MedusaContainer
): Promise<LineToReplace | null> {
  const [known] = await container
    .resolve(Modules.ORDER)
    .listOrders({ id: order_id }, { select: ["id"] })
  if (!known) {
    return null
  }
  const { result: order } = await getOrderDetailWorkflow(container).run({
    input: {
      order_id,
      fields: [
        "id",
        "currency_code",
        "region_id",
        "customer_id",
        "locale",
        "shipping_address.country_code",
        "items.*",
        "items.detail.*",
      ],
    },
  })
  const line = order.items?.find(({ id }) => id === line_item_id)
  const ordered = Number(line?.quantity ?? 0)
  if (!line || ordered === 0) {
    return null
  }
  return {
    id: line.id,
    order_id,
    variant_id: line.variant_id ?? null,
    title: line.product_title ?? line.title,
    variant_title: line.variant_title ?? null,
    sku: line.variant_sku ?? null,
    thumbnail: line.thumbnail ?? null,
    ordered,
    paid_per_unit: amountPerUnit(line.total, ordered),
    price_to_match: amountPerUnit(
      line.is_tax_inclusive
        ? line.total
        : MathBN.sub(line.total, line.tax_total),
      ordered
    ),
    currency_code: order.currency_code,
    region_id: order.region_id ?? null,
    customer_id: order.customer_id ?? null,
    locale: textOf(order, "locale"),
    country_code: order.shipping_address?.country_code ?? null,
  }
}

/**
 * What a customer prefers if something is out of stock, as the storefront asked
 * at the checkout: `similar`, `call_me` or `refund`; null for anything else.
 */
export async function preferenceOf(
  order_id: string,
  metadata_key: string,
  container: MedusaContainer
): Promise<OutOfStockPreference | null> {
  const { data } = await container
    .resolve(ContainerRegistrationKeys.QUERY)
    .graph({
      entity: "order",
      fields: ["id", "metadata"],
      filters: { id: order_id },
    })
  const said = textIn(data[0]?.metadata, metadata_key)
  return OUT_OF_STOCK_PREFERENCES.find((one) => one === said) ?? null
}

export const OUT_OF_STOCK_PREFERENCES = [
  "similar",
  "call_me",
  "refund",
] as const
export type OutOfStockPreference = (typeof OUT_OF_STOCK_PREFERENCES)[number]

/** Medusa's type of an order lacks some of its fields. */
function textOf(record: object, field: string): string | null {
  const value: unknown = Reflect.get(record, field)
  return typeof value === "string" ? value : null
}
