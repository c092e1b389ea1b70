import type { MedusaContainer } from "@medusajs/framework/types"
import {
  ContainerRegistrationKeys,
  getTotalVariantAvailability,
  getVariantAvailability,
} from "@medusajs/framework/utils"

/** A variant that was ordered, as it is sold now. */
export type VariantFacts = {
  /** False: the shop does not track this product's stock. */
  managed: boolean
  allow_backorder: boolean
  options: { title: string; value: string }[]
  /** The inventory items that it consists of, and how many of each. */
  required_quantities: ReadonlyMap<string, number>
}

type VariantRow = {
  id: string
  manage_inventory: boolean
  allow_backorder: boolean
  options?: { value: string; option?: { title: string } | null }[] | null
  inventory_items?: InventoryRow[] | null
}

type InventoryRow = { inventory_item_id: string; required_quantity: number }

/** The existing ones of these variants, by id. */
export async function loadVariants(
  ids: string[],
  container: MedusaContainer
): Promise<Map<string, VariantFacts>> {
  if (ids.length === 0) {
    return new Map()
  }
  const { data } = await container
    .resolve(ContainerRegistrationKeys.QUERY)
    .graph({
      entity: "variant",
      fields: [
        "id",
        "manage_inventory",
        "allow_backorder",
        "options.value",
        "options.option.title",
        "inventory_items.inventory_item_id",
        "inventory_items.required_quantity",
      ],
      filters: { id: [...new Set(ids)] },
    })
  const rows: VariantRow[] = data
  return new Map(
    rows.map((row) => [
      row.id,
      {
        managed: row.manage_inventory,
        allow_backorder: row.allow_backorder,
        options: (row.options ?? []).flatMap(({ value, option }) =>
          option ? [{ title: option.title, value }] : []
        ),
        required_quantities: new Map(
          (row.inventory_items ?? []).map((item) => [
            item.inventory_item_id,
            item.required_quantity,
          ])
        ),
      },
    ])
  )
}

/**
 * How many units of these variants can still be sold in a channel, less the
 * reserved ones; negative if more was sold than is in stock.
 *
 * @param sales_channel_id - null for the total of all locations
 * @returns units by variant; null for one without inventory
 */
export async function loadAvailability(
  variant_ids: string[],
  sales_channel_id: string | null,
  container: MedusaContainer
): Promise<Map<string, number | null>> {
  if (variant_ids.length === 0) {
    return new Map()
  }
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const left = sales_channel_id
    ? await getVariantAvailability(query, { variant_ids, sales_channel_id })
    : await getTotalVariantAvailability(query, { variant_ids })
  return new Map(
    Object.entries(left).map(([id, { availability }]) => [id, availability])
  )
}

type ShippingOptionRow = {
  id: string
  service_zone?: {
    fulfillment_set?: { location?: { id: string } | null } | null
  } | null
}

/** The stock location of each of these shipping options. */
export async function loadStockLocations(
  shipping_option_ids: string[],
  container: MedusaContainer
): Promise<Map<string, string>> {
  if (shipping_option_ids.length === 0) {
    return new Map()
  }
  const { data } = await container
    .resolve(ContainerRegistrationKeys.QUERY)
    .graph({
      entity: "shipping_option",
      fields: ["id", "service_zone.fulfillment_set.location.id"],
      filters: { id: [...new Set(shipping_option_ids)] },
    })
  const rows: ShippingOptionRow[] = data
  return new Map(
    rows.flatMap(({ id, service_zone }): [string, string][] => {
      const location = service_zone?.fulfillment_set?.location
      return location ? [[id, location.id]] : []
    })
  )
}
