import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"

/** Records that concern inventory items, deleted ones included. */
export type InventoryRecords = {
  level_ids: string[]
  reservation_ids: string[]
  /** Their lines' reservations are meant. */
  line_ids: string[]
}

/** The inventory items that these records concern. */
export async function itemsOfRecords(
  { level_ids, reservation_ids, line_ids }: InventoryRecords,
  container: MedusaContainer
): Promise<string[]> {
  const inventory = container.resolve(Modules.INVENTORY)
  const all = { withDeleted: true, take: null }
  const found = [
    ...(level_ids.length > 0
      ? await inventory.listInventoryLevels({ id: level_ids }, all)
      : []),
    ...(reservation_ids.length > 0
      ? await inventory.listReservationItems({ id: reservation_ids }, all)
      : []),
    ...(line_ids.length > 0
      ? await inventory.listReservationItems({ line_item_id: line_ids }, all)
      : []),
  ]
  return [...new Set(found.map(({ inventory_item_id }) => inventory_item_id))]
}

/** The inventory item with this id, or null. */
export async function findInventoryItem(
  id: string,
  container: MedusaContainer
): Promise<{ id: string; title: string | null; sku: string | null } | null> {
  const [item] = await container
    .resolve(Modules.INVENTORY)
    .listInventoryItems({ id })
  return item
    ? { id: item.id, title: item.title ?? null, sku: item.sku ?? null }
    : null
}

/** What these inventory items are called, by id; deleted ones are omitted. */
export async function inventoryItemNames(
  ids: string[],
  container: MedusaContainer
): Promise<Map<string, { title: string | null; sku: string | null }>> {
  const items =
    ids.length > 0
      ? await container
          .resolve(Modules.INVENTORY)
          .listInventoryItems({ id: ids }, { take: null })
      : []
  return new Map(
    items.map(({ id, title, sku }) => [
      id,
      { title: title ?? null, sku: sku ?? null },
    ])
  )
}

/** The names of these stock locations, by id; deleted ones are omitted. */
export async function locationNames(
  ids: string[],
  container: MedusaContainer
): Promise<Map<string, string>> {
  const locations =
    ids.length > 0
      ? await container
          .resolve(Modules.STOCK_LOCATION)
          .listStockLocations({ id: [...new Set(ids)] }, { take: null })
      : []
  return new Map(locations.map(({ id, name }) => [id, name]))
}

/** The metadata of a stock location that says how many days a transfer takes. */
const TRANSFER_DAYS = "transfer_days"

/** In how many days each of these locations can send, where the shop says so. */
export async function transferDays(
  location_ids: string[],
  container: MedusaContainer
): Promise<Map<string, number>> {
  const locations =
    location_ids.length > 0
      ? await container
          .resolve(Modules.STOCK_LOCATION)
          .listStockLocations({ id: location_ids }, { take: null })
      : []
  return new Map(
    locations.flatMap(({ id, metadata }): [string, number][] => {
      const days = Number(metadata?.[TRANSFER_DAYS] ?? NaN)
      return days >= 0 && days <= MOST_DAYS ? [[id, days]] : []
    })
  )
}

const MOST_DAYS = 365
