import { Modules, ProductStatus } from "@medusajs/framework/utils"
import {
  createInventoryLevelsWorkflow,
  createProductsWorkflow,
} from "@medusajs/medusa/core-flows"
import { locationId } from "./stock"
import type { TestShop } from "./test-shop"

/** A product with one variant, as a test sells it. */
export type Ware = {
  sku: string
  title: string
  /** In hryvnias, tax included. */
  uah: number
  /** Units at the shop's location. */
  stock: number
  metadata?: Record<string, string>
  status?: ProductStatus
  /** Prices from a quantity on. */
  from?: { quantity: number; uah: number }
}

/** @returns the variants' ids, by SKU */
export async function sell(
  shop: TestShop,
  wares: readonly Ware[]
): Promise<Map<string, string>> {
  const { container } = shop
  const [profile] = await container
    .resolve(Modules.FULFILLMENT)
    .listShippingProfiles({})
  const channel = await shop.salesChannelId()
  const { result } = await createProductsWorkflow(container).run({
    input: {
      products: wares.map(
        ({
          sku,
          title,
          uah,
          metadata,
          from,
          status = ProductStatus.PUBLISHED,
        }) => ({
          title,
          status,
          metadata,
          shipping_profile_id: profile?.id,
          sales_channels: [{ id: channel }],
          options: [{ title: "Default option", values: ["Default value"] }],
          variants: [
            {
              title: "Default variant",
              sku,
              options: { "Default option": "Default value" },
              manage_inventory: true,
              allow_backorder: true,
              prices: [
                {
                  currency_code: "uah",
                  amount: uah,
                  ...(from ? { max_quantity: from.quantity - 1 } : {}),
                },
                ...(from
                  ? [
                      {
                        currency_code: "uah",
                        amount: from.uah,
                        min_quantity: from.quantity,
                      },
                    ]
                  : []),
              ],
            },
          ],
        })
      ),
    },
  })
  const items = await container
    .resolve(Modules.INVENTORY)
    .listInventoryItems({ sku: wares.map(({ sku }) => sku) })
  const location_id = await locationId(shop)
  await createInventoryLevelsWorkflow(container).run({
    input: {
      inventory_levels: items.map(({ id, sku }) => ({
        inventory_item_id: id,
        location_id,
        stocked_quantity: wares.find((ware) => ware.sku === sku)?.stock ?? 0,
      })),
    },
  })
  return new Map(
    result.flatMap(({ variants }) =>
      variants.map(({ sku, id }): [string, string] => [sku ?? "", id])
    )
  )
}
