import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
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
  if (asked.length === 0) {
    return new Map()
  }
  const sets = await priceSetsOf(asked, container)
  const prices = new Map<string, Price>()
  for (const quantity of new Set(asked.map((one) => one.quantity))) {
    const each = asked.filter(
      (one) => one.quantity === quantity && sets.has(one.variant_id)
    )
    const calculated = await container
      .resolve(Modules.PRICING)
      .calculatePrices(
        { id: each.flatMap(({ variant_id }) => sets.get(variant_id) ?? []) },
        { context: { ...contextOf(order), quantity } }
      )
    const bySet = new Map(calculated.map((price) => [price.id, price]))
    for (const { variant_id } of each) {
      const price = bySet.get(sets.get(variant_id) ?? "")
      const amount = price?.calculated_amount ?? null
      if (price && amount !== null) {
        const unit_price = amountOf(amount)
        const is_tax_inclusive =
          price.is_calculated_price_tax_inclusive === true
        prices.set(variant_id, {
          unit_price,
          is_tax_inclusive,
          with_tax: unit_price,
        })
      }
    }
  }
  return await withTax(prices, asked, order, container)
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

type VariantRow = { id: string; price_set?: { id: string } | null }

async function priceSetsOf(
  asked: readonly ToPrice[],
  container: MedusaContainer
): Promise<Map<string, string>> {
  const { data } = await container
    .resolve(ContainerRegistrationKeys.QUERY)
    .graph({
      entity: "variant",
      fields: ["id", "price_set.id"],
      filters: { id: [...new Set(asked.map(({ variant_id }) => variant_id))] },
    })
  const rows: VariantRow[] = data
  return new Map(
    rows.flatMap(({ id, price_set }): [string, string][] =>
      price_set ? [[id, price_set.id]] : []
    )
  )
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
