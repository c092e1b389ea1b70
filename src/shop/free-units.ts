import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import type { SoldAs } from "./catalogue"
import { freeAt, placesAt } from "./places"

/** Units of a variant that nobody has, at one location. */
export type FreeAt = {
  /** Infinite if the shop does not count its stock. */
  units: number
  /** Null if it is not counted anywhere. */
  location_id: string | null
}

/** A variant by what it consists of. */
export type Counted = { id: string } & Pick<SoldAs, "managed" | "inventory">

/**
 * Which of these variants have anything on the shelf at one of these locations,
 * whoever it is reserved for.
 */
export async function stockedAt<Variant extends Counted>(
  variants: readonly Variant[],
  location_ids: readonly string[],
  container: MedusaContainer
): Promise<Variant[]> {
  const items = itemsOf(variants)
  const levels =
    items.length > 0 && location_ids.length > 0
      ? await container.resolve(Modules.INVENTORY).listInventoryLevels(
          {
            inventory_item_id: items,
            location_id: [...location_ids],
            stocked_quantity: { $gt: 0 },
          },
          {
            select: ["id", "inventory_item_id", "location_id"],
            take: null,
          }
        )
      : []
  const stocked = new Set(
    levels.map((level) => `${level.inventory_item_id} ${level.location_id}`)
  )
  return variants.filter(
    ({ managed, inventory }) =>
      !managed ||
      location_ids.some((location_id) =>
        inventory.every((item) =>
          stocked.has(`${item.inventory_item_id} ${location_id}`)
        )
      )
  )
}

/**
 * How many units of each variant are free at that of these locations which has
 * the most: what is stocked, less the live reservations, holds among them. A kit
 * has as many as its scarcest part.
 */
export async function freeUnits(
  variants: readonly Counted[],
  location_ids: readonly string[],
  container: MedusaContainer
): Promise<Map<string, FreeAt>> {
  const places = new Map(
    (await placesAt(itemsOf(variants), [...location_ids], container)).map(
      (place) => [`${place.inventory_item_id} ${place.location_id}`, place]
    )
  )
  return new Map(
    variants.map(({ id, managed, inventory }) => [
      id,
      managed
        ? most(
            location_ids.map((location_id) => ({
              location_id,
              units: Math.min(
                ...inventory.map(({ inventory_item_id, required_quantity }) =>
                  Math.floor(
                    Math.max(
                      0,
                      freeAt(places.get(`${inventory_item_id} ${location_id}`))
                    ) / required_quantity
                  )
                )
              ),
            }))
          )
        : { units: Infinity, location_id: null },
    ])
  )
}

function most(places: readonly FreeAt[]): FreeAt {
  return places.reduce(
    (best, one) =>
      Number.isFinite(one.units) && one.units > best.units ? one : best,
    { units: 0, location_id: null }
  )
}

function itemsOf(variants: readonly Counted[]): string[] {
  return [
    ...new Set(
      variants.flatMap(({ managed, inventory }) =>
        managed ? inventory.map((item) => item.inventory_item_id) : []
      )
    ),
  ]
}
