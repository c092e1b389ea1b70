import type { BigNumberInput, MedusaContainer } from "@medusajs/framework/types"
import {
  ContainerRegistrationKeys,
  QueryContext,
} from "@medusajs/framework/utils"
import { amountOf } from "./amounts"
import type { Counted } from "./free-units"
import type { OrderOfLine } from "./line-to-replace"
import { taxRatesOf } from "./taxes"

/** So many units of a variant, which are to be priced for an order. */
export type ToPrice = {
  variant_id: string
  product_id: string
  product_type_id: string | null
  quantity: number
}

/** A variant that is on sale, as it is at this moment. */
export type Sold = { counted: Counted; price: Price }

/** What one unit costs in an order, in major units of its currency. */
export type Price = {
  /** As the price list has it, and as a line of the order would. */
  unit_price: number
  /** Whether tax is in `unit_price`. */
  is_tax_inclusive: boolean
  with_tax: number
}

/**
 * Which of these variants are published in the order's sales channel at this
 * moment, and what they cost in it, by its region, its currency, the customer's
 * groups and the quantity, with the price lists that are valid now.
 *
 * @returns by variant; those that are not on sale, or have no price in the
 * currency, are omitted
 */
export async function soldInOrder(
  asked: readonly ToPrice[],
  order: OrderOfLine,
  container: MedusaContainer
): Promise<Map<string, Sold>> {
  const sold = new Map<string, Sold>()
  for (const quantity of new Set(asked.map((one) => one.quantity))) {
    const { data } = await container
      .resolve(ContainerRegistrationKeys.QUERY)
      .graph({
        entity: "variant",
        fields: FIELDS,
        filters: {
          id: asked.flatMap((one) =>
            one.quantity === quantity ? one.variant_id : []
          ),
        },
        context: {
          calculated_price: QueryContext({ ...contextOf(order), quantity }),
        },
      })
    const rows: Row[] = data
    for (const row of rows) {
      const price = priceOf(row)
      if (price && isSoldIn(order.sales_channel_id, row)) {
        sold.set(row.id, { counted: countedAs(row), price })
      }
    }
  }
  return await withTax(sold, asked, order, container)
}

const FIELDS = [
  "id",
  "manage_inventory",
  "product.status",
  "product.sales_channels.id",
  "inventory_items.inventory_item_id",
  "inventory_items.required_quantity",
  "calculated_price.calculated_amount",
  "calculated_price.is_calculated_price_tax_inclusive",
]

type Row = {
  id: string
  manage_inventory: boolean
  product?: {
    status: string
    sales_channels?: ({ id: string } | null)[] | null
  } | null
  inventory_items?:
    ({ inventory_item_id: string; required_quantity: number } | null)[] | null
  calculated_price?: {
    calculated_amount?: BigNumberInput | null
    is_calculated_price_tax_inclusive?: boolean
  } | null
}

function isSoldIn(sales_channel_id: string | null, { product }: Row): boolean {
  return (
    product?.status === "published" &&
    (sales_channel_id === null ||
      (product.sales_channels ?? []).some(
        (channel) => channel?.id === sales_channel_id
      ))
  )
}

function countedAs({ id, manage_inventory, inventory_items }: Row): Counted {
  return {
    id,
    managed: manage_inventory,
    inventory: (inventory_items ?? []).flatMap((item) =>
      item
        ? [
            {
              inventory_item_id: item.inventory_item_id,
              required_quantity: Number(item.required_quantity),
            },
          ]
        : []
    ),
  }
}

function priceOf({ calculated_price }: Row): Price | null {
  const amount = calculated_price?.calculated_amount ?? null
  if (!calculated_price || amount === null) {
    return null
  }
  const unit_price = amountOf(amount)
  return {
    unit_price,
    is_tax_inclusive:
      calculated_price.is_calculated_price_tax_inclusive === true,
    with_tax: unit_price,
  }
}

function contextOf({
  region_id,
  currency_code,
  sales_channel_id,
  customer,
}: OrderOfLine) {
  return {
    currency_code,
    ...(region_id ? { region_id } : {}),
    ...(sales_channel_id ? { sales_channel_id } : {}),
    ...(customer
      ? {
          customer: {
            id: customer.id,
            groups: customer.group_ids.map((id) => ({ id })),
          },
        }
      : {}),
  }
}

/** Adds the tax of the order's address where the price lists leave it out. */
async function withTax(
  sold: Map<string, Sold>,
  asked: readonly ToPrice[],
  order: OrderOfLine,
  container: MedusaContainer
): Promise<Map<string, Sold>> {
  const rates = await taxRatesOf(
    asked.flatMap(({ variant_id, product_id, product_type_id, quantity }) => {
      const price = sold.get(variant_id)?.price
      return price && !price.is_tax_inclusive
        ? [
            {
              id: variant_id,
              product_id,
              product_type_id: product_type_id ?? undefined,
              quantity,
              unit_price: price.unit_price,
              currency_code: order.currency_code,
            },
          ]
        : []
    }),
    order,
    container
  )
  return new Map(
    [...sold].map(([id, { counted, price }]) => {
      const rate = (rates.get(id) ?? []).reduce((sum, one) => sum + one, 0)
      const with_tax = amountOf(price.unit_price * (1 + rate / 100))
      return [id, { counted, price: { ...price, with_tax } }]
    })
  )
}
