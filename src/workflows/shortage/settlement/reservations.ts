import type {
  MedusaContainer,
  ReservationItemDTO,
} from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { clockOf } from "../../../clock"
import { SHORTAGE_MODULE } from "../../../modules/shortage"
import {
  holdOf,
  reservationsOf,
  reservationsWithIds,
} from "../../../shop/held-units"
import type { LineOfOrder } from "../../../shop/ordered-lines"
import { isOvercommitted, placesOfLines } from "../../../shop/places"
import { loadVariants } from "../../../shop/stock"

/** Reservations that were made and deleted, for the events. */
export type Reserved = { created: string[]; deleted: string[] }

/**
 * Reduces what is reserved for a line to what is yet to be sent of it, first
 * where it is short. Medusa refuses that while less than nothing is available,
 * so what is left of a reservation is made anew before the old one goes. Done
 * twice, it changes nothing.
 */
export async function trimReservations(
  id: string,
  /** As it is now; nothing if it is no longer in the order. */
  line: LineOfOrder | undefined,
  container: MedusaContainer
): Promise<Reserved> {
  const variant_id = line?.variant_id
  const outstanding = line?.outstanding ?? 0
  const variants = await loadVariants(variant_id ? [variant_id] : [], container)
  const required = variants.get(variant_id ?? "")?.required_quantities
  const places = await placesOfLines([id], container)
  const own = places
    .sort((a, b) => Number(isOvercommitted(a)) - Number(isOvercommitted(b)))
    .flatMap(({ reservations }) =>
      reservations.filter(({ line_item_id }) => line_item_id === id)
    )
  const left = new Map<string, number>()
  const trimmed: (ReservationItemDTO & { stays: number })[] = []
  for (const reservation of own) {
    const { inventory_item_id } = reservation
    const due =
      left.get(inventory_item_id) ??
      outstanding * (required?.get(inventory_item_id) ?? 1)
    const stays = Math.min(due, Number(reservation.quantity))
    left.set(inventory_item_id, due - stays)
    if (stays < Number(reservation.quantity)) {
      trimmed.push({ ...reservation, stays })
    }
  }
  const created = await reserve(
    trimmed
      .filter(({ stays }) => stays > 0)
      .map(({ inventory_item_id, location_id, stays }) => ({
        line_item_id: id,
        inventory_item_id,
        location_id,
        quantity: stays,
        allow_backorder: true,
      })),
    container
  )
  const deleted = trimmed.map((reservation) => reservation.id)
  await withLock(
    trimmed.map(({ inventory_item_id }) => inventory_item_id),
    async () =>
      await container
        .resolve(Modules.INVENTORY)
        .softDeleteReservationItems(deleted),
    container
  )
  return { created, deleted }
}

/** Deletes what is reserved for lines that will not be. */
export async function forgetReservations(
  line_ids: string[],
  container: MedusaContainer
): Promise<void> {
  const reserved = await reservationsOf(line_ids, container)
  await withLock(
    reserved.map(({ inventory_item_id }) => inventory_item_id),
    async () =>
      await container
        .resolve(Modules.INVENTORY)
        .deleteReservationItems(reserved.map(({ id }) => id)),
    container
  )
}

/** Takes reservations away; they can be restored. */
export async function takeHolds(
  ids: string[],
  container: MedusaContainer
): Promise<void> {
  const live = await reservationsWithIds(ids, container)
  await withLock(
    live.map(({ inventory_item_id }) => inventory_item_id),
    async () =>
      await container
        .resolve(Modules.INVENTORY)
        .softDeleteReservationItems(live.map(({ id }) => id)),
    container
  )
}

/**
 * Restores what was taken, and nothing that is there or whose hold was released
 * in the meantime.
 */
export async function restoreHolds(
  ids: string[],
  container: MedusaContainer
): Promise<void> {
  const inventory = container.resolve(Modules.INVENTORY)
  const all = await inventory.listReservationItems(
    { id: ids },
    { withDeleted: true, take: null }
  )
  const deleted = all.filter(({ deleted_at }) => deleted_at)
  const held = await container.resolve(SHORTAGE_MODULE).takeHeld(
    deleted.flatMap((one) => holdOf(one) ?? []),
    clockOf(container).now()
  )
  const taken = deleted.filter((one) => held.includes(holdOf(one) ?? ""))
  await withLock(
    taken.map(({ inventory_item_id }) => inventory_item_id),
    async () =>
      await inventory.restoreReservationItems(taken.map(({ id }) => id)),
    container
  )
}

/** Reserves under the lock that Medusa takes, too, if the check under it allows. */
export async function reserve(
  items: {
    line_item_id: string
    inventory_item_id: string
    location_id: string
    quantity: number
    allow_backorder: true
  }[],
  container: MedusaContainer,
  check: () => Promise<void> = async () => {}
): Promise<string[]> {
  const reserved = await withLock(
    items.map(({ inventory_item_id }) => inventory_item_id),
    async () => {
      await check()
      return await container
        .resolve(Modules.INVENTORY)
        .createReservationItems(items)
    },
    container
  )
  return (reserved ?? []).map(({ id }) => id)
}

/** The lock that Medusa takes, too, when it reserves these items. */
export async function withLock<Result>(
  inventory_item_ids: readonly string[],
  work: () => Promise<Result>,
  container: MedusaContainer
): Promise<Result | undefined> {
  const keys = [...new Set(inventory_item_ids)].sort()
  return keys.length > 0
    ? await container.resolve(Modules.LOCKING).execute(keys, work)
    : undefined
}
