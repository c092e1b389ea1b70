import type {
  InventoryLevelDTO,
  MedusaContainer,
  ReservationItemDTO,
} from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"

/** An inventory item at one stock location, with all its live reservations. */
export type Place = {
  inventory_item_id: string
  location_id: string
  stocked: number
  /**
   * The counter of reserved units that Medusa keeps in the level. It drifts from
   * the reservations, and what is short is never decided by it.
   */
  counter: number
  /** When the level was last changed; null if there is none. */
  changed_at: Date | null
  reservations: ReservationItemDTO[]
}

export function isOvercommitted(place: Place): boolean {
  return reservedAt(place) > place.stocked
}

/** Whether Medusa's counter differs from the reservations. */
export function isDrifting(place: Place): boolean {
  return reservedAt(place) !== place.counter
}

/** The units that are reserved at a place. */
export function reservedAt({ reservations }: Place): number {
  return reservations.reduce((sum, { quantity }) => sum + Number(quantity), 0)
}

/**
 * The units at a place that nobody has, negative if more are reserved than
 * stocked. Shoppers are told by the counter, so of the two the greater counts.
 */
export function freeAt(place: Place | undefined): number {
  return place ? place.stocked - Math.max(reservedAt(place), place.counter) : 0
}

/** The place of an item at a location, if it is among these. */
export function placeOf(
  places: readonly Place[],
  inventory_item_id: string,
  location_id: string
): Place | undefined {
  return places.find(
    (place) =>
      place.inventory_item_id === inventory_item_id &&
      place.location_id === location_id
  )
}

/** The places where these inventory items are stocked or reserved. */
export async function placesOfItems(
  inventory_item_ids: string[],
  container: MedusaContainer
): Promise<Place[]> {
  return inventory_item_ids.length > 0
    ? await readPlaces({ inventory_item_id: inventory_item_ids }, container)
    : []
}

/** The same, at these locations only. */
export async function placesAt(
  inventory_item_ids: string[],
  location_ids: string[],
  container: MedusaContainer
): Promise<Place[]> {
  return inventory_item_ids.length > 0 && location_ids.length > 0
    ? await readPlaces(
        { inventory_item_id: inventory_item_ids, location_id: location_ids },
        container
      )
    : []
}

/** The places where these lines have reservations. */
export async function placesOfLines(
  line_ids: string[],
  container: MedusaContainer
): Promise<Place[]> {
  const own =
    line_ids.length > 0
      ? await container
          .resolve(Modules.INVENTORY)
          .listReservationItems({ line_item_id: line_ids }, { take: null })
      : []
  if (own.length === 0) {
    return []
  }
  const wanted = new Set(own.map(keyOf))
  const read = await readPlaces(
    {
      inventory_item_id: unique(own.map((one) => one.inventory_item_id)),
      location_id: unique(own.map((one) => one.location_id)),
    },
    container
  )
  return read.filter((place) => wanted.has(keyOf(place)))
}

/**
 * The inventory items that have reservations, page by page.
 *
 * @param after - the last item of the page before; empty for the first
 * @returns the places of these items, and the last item, or null if there are no
 * further ones
 */
export async function pageOfReserved(
  after: string,
  take: number,
  container: MedusaContainer
): Promise<{ places: Place[]; last: string | null }> {
  const { data: found } = await container
    .resolve(ContainerRegistrationKeys.QUERY)
    .graph({
      entity: "reservation",
      fields: ["inventory_item_id"],
      filters: { inventory_item_id: { $gt: after } },
      pagination: { take, skip: 0, order: { inventory_item_id: "ASC" } },
    })
  const items = unique(found.map((one) => one.inventory_item_id))
  return {
    places: await placesOfItems(items, container),
    last: found.length < take ? null : (items.at(-1) ?? null),
  }
}

async function readPlaces(
  where: { inventory_item_id: string[]; location_id?: string[] },
  container: MedusaContainer
): Promise<Place[]> {
  const inventory = container.resolve(Modules.INVENTORY)
  const reservations = await inventory.listReservationItems(where, {
    take: null,
  })
  const levels = await inventory.listInventoryLevels(where, { take: null })
  const places = new Map(
    levels.map((level) => [keyOf(level), withLevel(level)])
  )
  for (const reservation of reservations) {
    const key = keyOf(reservation)
    const place = places.get(key) ?? withoutLevel(reservation)
    place.reservations.push(reservation)
    places.set(key, place)
  }
  return [...places.values()]
}

function withLevel(level: InventoryLevelDTO): Place {
  return {
    inventory_item_id: level.inventory_item_id,
    location_id: level.location_id,
    stocked: Number(level.stocked_quantity),
    counter: Number(level.reserved_quantity),
    changed_at: new Date(level.updated_at),
    reservations: [],
  }
}

function withoutLevel({
  inventory_item_id,
  location_id,
}: ReservationItemDTO): Place {
  return {
    inventory_item_id,
    location_id,
    stocked: 0,
    counter: 0,
    changed_at: null,
    reservations: [],
  }
}

/** The same for what is at the same place. */
export function keyOf(record: {
  inventory_item_id: string
  location_id: string
}): string {
  return `${record.inventory_item_id} ${record.location_id}`
}

function unique(ids: string[]): string[] {
  return [...new Set(ids)]
}
