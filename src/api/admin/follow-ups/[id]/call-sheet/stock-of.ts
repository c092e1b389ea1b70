import type { MedusaContainer } from "@medusajs/framework/types"
import {
  ContainerRegistrationKeys,
  getTotalVariantAvailability,
  getVariantAvailability,
} from "@medusajs/framework/utils"

export type Stock = {
  managed: boolean
  allow_backorder: boolean
  /**
   * What is left to sell, this order's reservations taken off; negative where
   * more was sold than there is. Null where the shop does not count.
   */
  available: number | null
  options: { title: string; value: string }[]
}

/** The stock and options of the variants that were ordered, by variant. */
export async function stockOf(
  items: { variant_id?: string | null }[],
  sales_channel_id: string | null,
  container: MedusaContainer
): Promise<Map<string, Stock>> {
  const variant_ids = [
    ...new Set(items.flatMap(({ variant_id }) => variant_id ?? [])),
  ]
  if (variant_ids.length === 0) {
    return new Map()
  }
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data: variants } = await query.graph({
    entity: "variant",
    fields: [
      "id",
      "manage_inventory",
      "allow_backorder",
      "options.value",
      "options.option.title",
    ],
    filters: { id: variant_ids },
  })
  const availability = sales_channel_id
    ? await getVariantAvailability(query, { variant_ids, sales_channel_id })
    : await getTotalVariantAvailability(query, { variant_ids })
  return new Map(
    variants.map((variant) => [
      variant.id,
      {
        managed: variant.manage_inventory,
        allow_backorder: variant.allow_backorder,
        available: variant.manage_inventory
          ? (availability[variant.id]?.availability ?? null)
          : null,
        options: optionsOf(variant.options),
      },
    ])
  )
}

type OptionValue = { value: string; option?: { title: string } | null }

function optionsOf(values: OptionValue[]): Stock["options"] {
  return values.flatMap(({ value, option }) =>
    option ? [{ title: option.title, value }] : []
  )
}
