import type { MedusaContainer } from "@medusajs/framework/types"
import {
  ContainerRegistrationKeys,
  getTotalVariantAvailability,
  getVariantAvailability,
} from "@medusajs/framework/utils"

type Ordered = { sales_channel_id: string | null; variant_ids: string[] }

type Row = { id: string; manage_inventory: boolean }

/**
 * Whether a variant that was sold in a channel is there. What is left to sell
 * counts, with what the orders reserved taken off: below zero more was sold
 * than there is. A variant that is gone is not there.
 */
export async function loadVariantsInStock(
  ordered: Ordered[],
  container: MedusaContainer
): Promise<(variant_id: string, sales_channel_id: string | null) => boolean> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const variant_ids = [
    ...new Set(ordered.flatMap(({ variant_ids }) => variant_ids)),
  ]
  const { data } = await query.graph({
    entity: "variant",
    fields: ["id", "manage_inventory"],
    filters: { id: variant_ids },
  })
  const rows: Row[] = data
  const isManaged = new Map(
    rows.map(({ id, manage_inventory }) => [id, manage_inventory])
  )
  const managed = variant_ids.filter((id) => isManaged.get(id))
  const left = new Map(
    await Promise.all(
      [...new Set(ordered.map((one) => one.sales_channel_id))].map(
        async (sales_channel_id) =>
          [
            sales_channel_id,
            sales_channel_id
              ? await getVariantAvailability(query, {
                  variant_ids: managed,
                  sales_channel_id,
                })
              : await getTotalVariantAvailability(query, {
                  variant_ids: managed,
                }),
          ] as const
      )
    )
  )
  return (variant_id, sales_channel_id) =>
    isManaged.get(variant_id) === false ||
    (left.get(sales_channel_id)?.[variant_id]?.availability ?? -1) >= 0
}
