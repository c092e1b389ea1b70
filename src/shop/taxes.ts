import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"

/** What taxes are asked for. */
export type LineToTax = {
  id: string
  product_id: string
  product_type_id?: string
  quantity: number
  unit_price: number
  currency_code: string
}

/** Where it is sent, and who pays, as an order has them. */
export type TaxedOrder = {
  has_automatic_taxes: boolean
  address: {
    country_code: string | null
    province: string | null
    city: string | null
    postal_code: string | null
  } | null
  customer: { id: string; email: string | null; group_ids: string[] } | null
}

/**
 * The rates of tax on lines that are not in the order yet, by their ids, as
 * Medusa's own workflows ask for them. None without automatic taxes.
 */
export async function taxRatesOf(
  lines: readonly LineToTax[],
  { has_automatic_taxes, address, customer }: TaxedOrder,
  container: MedusaContainer
): Promise<Map<string, number[]>> {
  const country_code = address?.country_code
  const rates = new Map<string, number[]>()
  if (lines.length === 0 || !has_automatic_taxes || !country_code) {
    return rates
  }
  const found = await container.resolve(Modules.TAX).getTaxLines([...lines], {
    address: {
      country_code,
      province_code: address.province,
      city: address.city ?? undefined,
      postal_code: address.postal_code ?? undefined,
    },
    customer: customer
      ? {
          id: customer.id,
          email: customer.email ?? "",
          customer_groups: customer.group_ids,
        }
      : undefined,
    is_return: false,
  })
  for (const line of found) {
    if ("line_item_id" in line) {
      const { line_item_id: id, rate } = line
      rates.set(id, [...(rates.get(id) ?? []), Number(rate ?? 0)])
    }
  }
  return rates
}
