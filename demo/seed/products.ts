import type {
  CreateProductWorkflowInputDTO,
  MedusaContainer,
} from "@medusajs/framework/types"
import { Modules, ProductStatus } from "@medusajs/framework/utils"
import {
  createInventoryLevelsWorkflow,
  createProductsWorkflow,
} from "@medusajs/medusa/core-flows"
import { catalog, type CatalogProduct } from "./catalog"

type Placement = {
  sales_channel_id: string
  shipping_profile_id: string
  location_id: string
}

function productInput(
  {
    handle,
    title,
    description,
    brand,
    voltage,
    option,
    variants,
  }: CatalogProduct,
  { sales_channel_id, shipping_profile_id }: Placement
): CreateProductWorkflowInputDTO {
  // Without a host, so that it is correct on any port.
  const picture = `/static/${handle}.svg`
  return {
    handle,
    title,
    description,
    status: ProductStatus.PUBLISHED,
    metadata: { brand, voltage },
    thumbnail: picture,
    images: [{ url: picture }],
    shipping_profile_id,
    sales_channels: [{ id: sales_channel_id }],
    options: [{ title: option, values: variants.map(({ value }) => value) }],
    variants: variants.map(({ value, sku, uah, eur }) => ({
      title: value,
      sku,
      options: { [option]: value },
      manage_inventory: true,
      allow_backorder: true,
      prices: [
        { currency_code: "uah", amount: uah },
        { currency_code: "eur", amount: eur },
      ],
    })),
  }
}

async function seedStock(
  container: MedusaContainer,
  location_id: string
): Promise<void> {
  const stock = new Map(
    catalog.flatMap(({ variants }) =>
      variants.map(({ sku, stock }) => [sku, stock])
    )
  )
  const inventory = container.resolve(Modules.INVENTORY)
  const items = await inventory.listInventoryItems({ sku: [...stock.keys()] })
  const levels = await inventory.listInventoryLevels({ location_id })
  const stocked = new Set(
    levels.map(({ inventory_item_id }) => inventory_item_id)
  )
  const inventory_levels = items
    .filter(({ id }) => !stocked.has(id))
    .map(({ id, sku }) => ({
      inventory_item_id: id,
      location_id,
      stocked_quantity: stock.get(sku ?? "") ?? 0,
    }))
  if (inventory_levels.length) {
    await createInventoryLevelsWorkflow(container).run({
      input: { inventory_levels },
    })
  }
}

/** The catalog with its pictures and stock. Returns the ids of all variants. */
export async function seedProducts(
  container: MedusaContainer,
  placement: Placement
): Promise<string[]> {
  const product = container.resolve(Modules.PRODUCT)
  const handles = catalog.map(({ handle }) => handle)
  const existing = await product.listProducts(
    { handle: handles },
    { select: ["handle"] }
  )
  const present = new Set(existing.map(({ handle }) => handle))
  const missing = catalog.filter(({ handle }) => !present.has(handle))
  if (missing.length) {
    await createProductsWorkflow(container).run({
      input: {
        products: missing.map((each) => productInput(each, placement)),
      },
    })
  }
  await seedStock(container, placement.location_id)

  const skus = catalog.flatMap(({ variants }) => variants.map(({ sku }) => sku))
  const variants = await product.listProductVariants(
    { sku: skus },
    { select: ["id", "sku"], take: skus.length }
  )
  const ids = new Map(variants.map(({ id, sku }) => [sku, id]))
  return skus.flatMap((sku) => ids.get(sku) ?? [])
}
