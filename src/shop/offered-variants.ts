import type { MedusaContainer } from "@medusajs/framework/types"
import {
  ContainerRegistrationKeys,
  QueryContext,
} from "@medusajs/framework/utils"

/** A variant as it is sold now, to somebody with this order. */
export type OfferedVariant = {
  id: string
  title: string
  variant_title: string | null
  sku: string | null
  thumbnail: string | null
  /** With tax or without, as the shop lists prices in the order's region. */
  unit_price: number
}

type VariantRow = {
  id: string
  title?: string | null
  sku?: string | null
  thumbnail?: string | null
  product?: {
    title: string
    status: string
    thumbnail?: string | null
  } | null
  calculated_price?: { calculated_amount?: number | null } | null
}

/**
 * What these variants are and cost; those that are not published, or have no
 * price in the order's currency, are omitted.
 */
export async function offeredVariants(
  ids: string[],
  {
    currency_code,
    region_id,
    customer_id,
  }: {
    currency_code: string
    region_id: string | null
    customer_id: string | null
  },
  container: MedusaContainer
): Promise<Map<string, OfferedVariant>> {
  if (ids.length === 0) {
    return new Map()
  }
  const { data } = await container
    .resolve(ContainerRegistrationKeys.QUERY)
    .graph({
      entity: "variant",
      fields: [
        "id",
        "title",
        "sku",
        "thumbnail",
        "product.title",
        "product.status",
        "product.thumbnail",
        "calculated_price.*",
      ],
      filters: { id: ids },
      context: {
        calculated_price: QueryContext({
          currency_code,
          ...(region_id && { region_id }),
          ...(customer_id && { customer_id }),
        }),
      },
    })
  const rows: VariantRow[] = data
  return new Map(
    rows.flatMap((row): [string, OfferedVariant][] => {
      const amount = row.calculated_price?.calculated_amount
      return row.product?.status === "published" && typeof amount === "number"
        ? [
            [
              row.id,
              {
                id: row.id,
                title: row.product.title,
                variant_title: row.title ?? null,
                sku: row.sku ?? null,
                thumbnail: row.thumbnail ?? row.product.thumbnail ?? null,
                unit_price: amount,
              },
            ],
          ]
        : []
    })
  )
}
