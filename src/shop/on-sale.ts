import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import type { Counted } from "./free-units"

type Row = {
  id: string
  manage_inventory: boolean
  product?: {
    status: string
    sales_channels?: ({ id: string } | null)[] | null
  } | null
  inventory_items?:
    ({ inventory_item_id: string; required_quantity: number } | null)[] | null
}

/**
 * Which of these variants are published in a sales channel at this moment.
 *
 * @param sales_channel_id - null: in any channel
 */
export async function onSale(
  variant_ids: readonly string[],
  sales_channel_id: string | null,
  container: MedusaContainer
): Promise<Map<string, Counted>> {
  if (variant_ids.length === 0) {
    return new Map()
  }
  const { data } = await container
    .resolve(ContainerRegistrationKeys.QUERY)
    .graph({
      entity: "variant",
      fields: [
        "id",
        "manage_inventory",
        "product.status",
        "product.sales_channels.id",
        "inventory_items.inventory_item_id",
        "inventory_items.required_quantity",
      ],
      filters: { id: [...new Set(variant_ids)] },
    })
  const rows: Row[] = data
  return new Map(
    rows.flatMap((row): [string, Counted][] => {
      const { product } = row
      const isSold =
        product?.status === "published" &&
        (sales_channel_id === null ||
          (product.sales_channels ?? []).some(
            (channel) => channel?.id === sales_channel_id
          ))
      return isSold
        ? [
            [
              row.id,
              {
                id: row.id,
                managed: row.manage_inventory,
                inventory: (row.inventory_items ?? []).flatMap((item) =>
                  item
                    ? [
                        {
                          inventory_item_id: item.inventory_item_id,
                          required_quantity: Number(item.required_quantity),
                        },
                      ]
                    : []
                ),
              },
            ],
          ]
        : []
    })
  )
}
