import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { locationNames } from "./inventory-items"
import { freeAt, placeOf, placesOfItems } from "./places"

/** Units of a line that another location could send. */
export type FreeUnits = {
  location_id: string
  location_name: string
  /** As the line counts them: a kit is one unit. */
  units: number
}

/**
 * Where units of these lines are free, other than where they are reserved, the
 * most first.
 *
 * @returns by line; lines of which none are free are omitted
 */
export async function freeElsewhere(
  line_ids: string[],
  container: MedusaContainer
): Promise<Map<string, FreeUnits[]>> {
  const own =
    line_ids.length > 0
      ? await container
          .resolve(Modules.INVENTORY)
          .listReservationItems({ line_item_id: line_ids }, { take: null })
      : []
  const places = await placesOfItems(
    [...new Set(own.map(({ inventory_item_id }) => inventory_item_id))],
    container
  )
  const names = await locationNames(
    places.map(({ location_id }) => location_id),
    container
  )
  return new Map(
    line_ids.flatMap((line_id): [string, FreeUnits[]][] => {
      const reserved = own.filter((one) => one.line_item_id === line_id)
      const items = new Set(reserved.map((one) => one.inventory_item_id))
      const free = [...names].flatMap(([location_id, location_name]) => {
        if (reserved.some((one) => one.location_id === location_id)) {
          return []
        }
        const units = Math.min(
          ...[...items].map((item) =>
            Math.max(0, freeAt(placeOf(places, item, location_id)))
          )
        )
        return units > 0 && Number.isFinite(units)
          ? [{ location_id, location_name, units }]
          : []
      })
      return free.length > 0
        ? [[line_id, free.sort((one, other) => other.units - one.units)]]
        : []
    })
  )
}
