import type { BigNumberInput, MedusaContainer } from "@medusajs/framework/types"
import {
  ContainerRegistrationKeys,
  QueryContext,
} from "@medusajs/framework/utils"
import { amountOf } from "./amounts"
import type { OrderMoney } from "./order-money"
import { type PromotedOrder, withPromotions } from "./order-promotions"
import { type Item, sumsOf } from "./order-sums"
import { taxRatesOf, type TaxedOrder } from "./taxes"

/** A line that is added to an order; amounts in major units. */
export type LineToAdd = {
  variant_id: string
  quantity: number
  unit_price: number
}

/** How an order is to be edited. */
export type AsEdited = {
  line_item_id: string
  /** What is left of the line. */
  quantity: number
  added: readonly LineToAdd[]
}

type OrderRow = PromotedOrder & {
  total: BigNumberInput
  discount_total: BigNumberInput
  region?: { id: string; automatic_taxes?: boolean } | null
  shipping_address?: TaxedOrder["address"]
  customer?: {
    id: string
    email?: string | null
    groups?: { id: string }[] | null
  } | null
  items?: Item[] | null
}

const FIELDS = [
  "currency_code",
  "total",
  "discount_total",
  "email",
  "locale",
  "sales_channel_id",
  "region.id",
  "region.automatic_taxes",
  "customer.id",
  "customer.email",
  "customer.groups.id",
  "shipping_address.*",
  "promotions.code",
  "items.*",
  "items.tax_lines.*",
  "items.adjustments.*",
  "shipping_methods.*",
  "shipping_methods.tax_lines.*",
  "shipping_methods.adjustments.*",
]

/**
 * What an order comes to if it is edited so, by Medusa's own prices, taxes,
 * promotions and sums. Nothing is written.
 *
 * @returns null if the order no longer exists
 */
export async function totalsAsEdited(
  order_id: string,
  edit: AsEdited,
  container: MedusaContainer
): Promise<Pick<OrderMoney, "total" | "discount_total" | "goods"> | null> {
  const { data } = await container
    .resolve(ContainerRegistrationKeys.QUERY)
    .graph({ entity: "order", fields: FIELDS, filters: { id: order_id } })
  const rows: OrderRow[] = data
  const [order] = rows
  if (!order) {
    return null
  }
  const now = order.items ?? []
  const methods = order.shipping_methods ?? []
  const edited = [
    ...now.flatMap((item) => left(item, edit)),
    ...(await linesToAdd(order, edit.added, container)),
  ]
  const { items, shipping_methods } = await withPromotions(
    order,
    edited,
    container
  )
  const before = sumsOf(now, methods)
  const after = sumsOf(items, shipping_methods)
  return {
    total: amountOf(amountOf(order.total) + after.total - before.total),
    discount_total: amountOf(
      amountOf(order.discount_total) +
        after.discount_total -
        before.discount_total
    ),
    goods: sumsOf(items, []).original_total,
  }
}

/** What is left of a line keeps its share of the discount. */
function left(item: Item, { line_item_id, quantity }: AsEdited): Item[] {
  if (item.id !== line_item_id) {
    return [item]
  }
  const share = quantity / amountOf(item.quantity)
  return quantity === 0
    ? []
    : [
        {
          ...item,
          quantity,
          adjustments: (item.adjustments ?? []).map((adjustment) => ({
            ...adjustment,
            amount: amountOf(adjustment.amount) * share,
          })),
        },
      ]
}

async function linesToAdd(
  order: OrderRow,
  added: readonly LineToAdd[],
  container: MedusaContainer
): Promise<Item[]> {
  if (added.length === 0) {
    return []
  }
  const { data: variants } = await container
    .resolve(ContainerRegistrationKeys.QUERY)
    .graph({
      entity: "variant",
      fields: [
        "id",
        "product.id",
        "product.type_id",
        "product.discountable",
        "calculated_price.is_calculated_price_tax_inclusive",
      ],
      filters: { id: added.map(({ variant_id }) => variant_id) },
      context: {
        calculated_price: QueryContext({
          currency_code: order.currency_code,
          region_id: order.region?.id,
        }),
      },
    })
  const lines = added.map(({ variant_id, quantity, unit_price }, index) => {
    const variant = variants.find(({ id }) => id === variant_id)
    return {
      id: `added_${index}`,
      product_id: variant?.product?.id ?? "",
      product_type_id: variant?.product?.type_id ?? undefined,
      quantity,
      unit_price,
      is_discountable: variant?.product?.discountable,
      is_tax_inclusive:
        variant?.calculated_price?.is_calculated_price_tax_inclusive ?? false,
    }
  })
  const { region, shipping_address, customer, currency_code } = order
  const rates = await taxRatesOf(
    lines.map((line) => ({ ...line, currency_code })),
    {
      has_automatic_taxes: region?.automatic_taxes === true,
      address: shipping_address ?? null,
      customer: customer
        ? {
            id: customer.id,
            email: customer.email ?? null,
            group_ids: (customer.groups ?? []).map(({ id }) => id),
          }
        : null,
    },
    container
  )
  return lines.map((line) => ({
    ...line,
    tax_lines: (rates.get(line.id) ?? []).map((rate) => ({ rate })),
  }))
}
