import type { BigNumberInput, MedusaContainer } from "@medusajs/framework/types"
import {
  ContainerRegistrationKeys,
  Modules,
  QueryContext,
} from "@medusajs/framework/utils"
import { amountOf } from "./amounts"
import type { OrderOfLine } from "./line-to-replace"

/** So many units of a variant, which are to be priced for an order. */
export type ToPrice = {
  variant_id: string
  product_id: string
  product_type_id: string | null
  quantity: number
}

/** What one unit costs in an order, in major units of its currency. */
export type Price = {
  /** As the price list has it, and as a line of the order would. */
  unit_price: number
  /** Whether tax is in `unit_price`. */
  is_tax_inclusive: boolean
  with_tax: number
}

/**
 * What variants cost in an order, by its region, its currency, the customer's
 * groups and the quantity, with the price lists that are valid now.
 *
 * @returns by variant; those without a price in the currency are omitted
 */
export async function pricesInOrder(
  asked: readonly ToPrice[],
  order: OrderOfLine,
  container: MedusaContainer
): Promise<Map<string, Price>> {
  const prices = new Map<string, Price>()
  for (const quantity of new Set(asked.map((one) => one.quantity))) {
    const { data } = await container
      .resolve(ContainerRegistrationKeys.QUERY)
      .graph({
        entity: "variant",
        fields: [
          "id",
          "calculated_price.calculated_amount",
          "calculated_price.is_calculated_price_tax_inclusive",
        ],
        filters: {
          id: asked.flatMap((one) =>
            one.quantity === quantity ? one.variant_id : []
          ),
        },
        context: {
          calculated_price: QueryContext({ ...contextOf(order), quantity }),
        },
      })
    const rows: VariantRow[] = data
    for (const { id, calculated_price } of rows) {
      const amount = calculated_price?.calculated_amount ?? null
      if (calculated_price && amount !== null) {
        const unit_price = amountOf(amount)
        prices.set(id, {
          unit_price,
          is_tax_inclusive:
            calculated_price.is_calculated_price_tax_inclusive === true,
          with_tax: unit_price,
        })
      }
    }
  }
  return await withTax(prices, asked, order, container)
}

type VariantRow = {
  id: string
  calculated_price?: {
    calculated_amount?: BigNumberInput | null
    is_calculated_price_tax_inclusive?: boolean
  } | null
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
  prices: Map<string, Price>,
  asked: readonly ToPrice[],
  { has_automatic_taxes, address, currency_code }: OrderOfLine,
  container: MedusaContainer
): Promise<Map<string, Price>> {
  const country_code = address?.country_code
  const taxed = asked.filter(
    ({ variant_id }) => prices.get(variant_id)?.is_tax_inclusive === false
  )
  if (taxed.length === 0 || !has_automatic_taxes || !country_code) {
    return prices
  }
  const lines = await container.resolve(Modules.TAX).getTaxLines(
    taxed.map(({ variant_id, product_id, product_type_id, quantity }) => ({
      id: variant_id,
      product_id,
      product_type_id: product_type_id ?? undefined,
      quantity,
      unit_price: prices.get(variant_id)?.unit_price ?? 0,
      currency_code,
    })),
    {
      address: {
        country_code,
        province_code: address.province,
        city: address.city ?? undefined,
        postal_code: address.postal_code ?? undefined,
      },
      is_return: false,
    }
  )
  const rates = new Map<string, number>()
  for (const line of lines) {
    if ("line_item_id" in line) {
      const { line_item_id: id, rate } = line
      rates.set(id, (rates.get(id) ?? 0) + Number(rate ?? 0))
    }
  }
  return new Map(
    [...prices].map(([id, price]) => [
      id,
      {
        ...price,
        with_tax: amountOf(price.unit_price * (1 + (rates.get(id) ?? 0) / 100)),
      },
    ])
  )
}
