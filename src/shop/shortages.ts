import type {
  MedusaContainer,
  ReservationItemDTO,
} from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { type Claim, shortageOf } from "./allocation"
import type { VariantFacts } from "./stock"

/** A line of an order, as far as stock is concerned. */
export type OrderedLine = { id: string; variant_id?: string | null }

/**
 * How many units of each of these lines stock does not cover. Counted are the
 * reservations there are and what is stocked: the counter of reserved units
 * that Medusa keeps beside them drifts. The number of queries does not grow
 * with the number of lines.
 *
 * @param variants - of the lines; one that is not managed is never short
 * @returns by line; one that is covered is left out
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
  const queue = await queueOf(
    places.flatMap(({ reservations }) => reservations),
    container
  )
  /** Of each line, what it lacks of each inventory item. */
  const lacking = new Map<string, Map<string, number>>()
  for (const { inventory_item_id, stocked, reservations } of places) {
    for (const [id, quantity] of shortageOf(reservations.map(queue), stocked)) {
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

/** A unit of a kit is short where anything that belongs into it is. */
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

/** An inventory item at one stock location, with all that is reserved there. */
type Place = {
  inventory_item_id: string
  stocked: number
  reservations: ReservationItemDTO[]
}

/** Where these lines have reservations, and more is reserved than stocked. */
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

/**
 * Where each of these reservations stands in the queue. An edit of an order
 * deletes the reservations of its lines and makes them anew: a line keeps the
 * place of its first.
 */
async function queueOf(
  reservations: ReservationItemDTO[],
  container: MedusaContainer
): Promise<(reservation: ReservationItemDTO) => Claim> {
  const line_ids = unique(
    reservations.flatMap(({ line_item_id }) => line_item_id ?? [])
  )
  const first = await firstReservations(line_ids, container)
  const orders = await ordersOf(line_ids, container)
  return ({ id, line_item_id, quantity, created_at }) => {
    const own = new Date(created_at).getTime()
    const since = first.get(line_item_id ?? "") ?? own
    const order = orders.get(line_item_id ?? "")
    return {
      line_id: line_item_id ?? null,
      quantity: Number(quantity),
      // What is reserved for no order takes its place by its own moment.
      place: [
        since,
        order?.created_at ?? since,
        order?.id ?? "",
        line_item_id ?? id,
      ],
    }
  }
}

/** When the first reservation of each line was made, deleted ones included. */
async function firstReservations(
  line_ids: string[],
  container: MedusaContainer
): Promise<Map<string, number>> {
  const all =
    line_ids.length > 0
      ? await container
          .resolve(Modules.INVENTORY)
          .listReservationItems(
            { line_item_id: line_ids },
            { withDeleted: true, take: null }
          )
      : []
  const first = new Map<string, number>()
  for (const { line_item_id, created_at } of all) {
    if (line_item_id) {
      const at = new Date(created_at).getTime()
      first.set(line_item_id, Math.min(at, first.get(line_item_id) ?? at))
    }
  }
  return first
}

async function ordersOf(
  line_ids: string[],
  container: MedusaContainer
): Promise<Map<string, { id: string; created_at: number }>> {
  if (line_ids.length === 0) {
    return new Map()
  }
  const { data } = await container
    .resolve(ContainerRegistrationKeys.QUERY)
    .graph({
      entity: "order_item",
      fields: ["item_id", "order.id", "order.created_at"],
      filters: { item_id: line_ids },
    })
  return new Map(
    data.map(({ item_id, order }) => [
      item_id,
      { id: order.id, created_at: new Date(order.created_at).getTime() },
    ])
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
