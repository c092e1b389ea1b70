import type {
  MedusaContainer,
  ReservationItemDTO,
} from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { shortageOf } from "./allocation"
import { claimsInQueue } from "./claims-in-queue"
import type { VariantFacts } from "./stock"

/** A line of an order, as far as stock is concerned. */
export type OrderedLine = { id: string; variant_id?: string | null }

/**
 * How many units of each of these lines are not covered by stock. Computed from
 * the actual reservations and stocked quantities, as the counter of reserved
 * units that Medusa keeps beside them drifts. The number of queries does not
 * depend on the number of lines.
 *
 * @param variants - of the lines; one that is not managed is never short
 * @returns units by line; lines that are covered are omitted
 */
export async function loadShortages(
  lines: OrderedLine[],
  variants: ReadonlyMap<string, VariantFacts>,
  container: MedusaContainer
): Promise<Map<string, number>> {
  const managed = lines.flatMap(({ id, variant_id }) => {
    const variant = variants.get(variant_id ?? "")
    return variant?.managed ? [{ id, variant }] : []
  })
  const places = await overcommittedPlaces(
    managed.map(({ id }) => id),
    container
  )
  const claimOf = await claimsInQueue(
    places.flatMap(({ reservations }) => reservations),
    container
  )
  /** Missing units by line and inventory item. */
  const lacking = new Map<string, Map<string, number>>()
  for (const { inventory_item_id, stocked, reservations } of places) {
    for (const [id, quantity] of shortageOf(
      reservations.map(claimOf),
      stocked
    )) {
      const items = lacking.get(id) ?? new Map<string, number>()
      const elsewhere = items.get(inventory_item_id) ?? 0
      lacking.set(id, items.set(inventory_item_id, elsewhere + quantity))
    }
  }
  return new Map(
    managed.flatMap(({ id, variant }): [string, number][] => {
      const items = lacking.get(id)
      return items ? [[id, unitsShort(items, variant)]] : []
    })
  )
}

/** A unit of a kit is short if any of its parts is. */
function unitsShort(
  items: ReadonlyMap<string, number>,
  { required_quantities }: VariantFacts
): number {
  return Math.max(
    ...[...items].map(([id, quantity]) =>
      Math.ceil(quantity / (required_quantities.get(id) ?? 1))
    )
  )
}

/** An inventory item at one stock location, with all its reservations. */
type Place = {
  inventory_item_id: string
  stocked: number
  reservations: ReservationItemDTO[]
}

/**
 * The places of these lines' reservations where more is reserved than stocked.
 */
async function overcommittedPlaces(
  line_ids: string[],
  container: MedusaContainer
): Promise<Place[]> {
  const inventory = container.resolve(Modules.INVENTORY)
  const own =
    line_ids.length > 0
      ? await inventory.listReservationItems(
          { line_item_id: line_ids },
          { take: null }
        )
      : []
  if (own.length === 0) {
    return []
  }
  const where = {
    inventory_item_id: unique(own.map((one) => one.inventory_item_id)),
    location_id: unique(own.map((one) => one.location_id)),
  }
  const reservations = await inventory.listReservationItems(where, {
    take: null,
  })
  const levels = await inventory.listInventoryLevels(where, { take: null })
  const stocked = new Map(
    levels.map((level) => [placeOf(level), Number(level.stocked_quantity)])
  )
  const places = new Map(
    own.map((one): [string, Place] => [
      placeOf(one),
      {
        inventory_item_id: one.inventory_item_id,
        stocked: stocked.get(placeOf(one)) ?? 0,
        reservations: [],
      },
    ])
  )
  for (const reservation of reservations) {
    places.get(placeOf(reservation))?.reservations.push(reservation)
  }
  return [...places.values()].filter(
    ({ stocked, reservations }) =>
      reservations.reduce((sum, { quantity }) => sum + Number(quantity), 0) >
      stocked
  )
}

function placeOf(record: {
  inventory_item_id: string
  location_id: string
}): string {
  return `${record.inventory_item_id} ${record.location_id}`
}

function unique(ids: string[]): string[] {
  return [...new Set(ids)]
}
