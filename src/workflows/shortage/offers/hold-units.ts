import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { deleteReservationsWorkflow } from "@medusajs/medusa/core-flows"
import { clockOf } from "../../../clock"
import { type HeldItem, SHORTAGE_MODULE } from "../../../modules/shortage"
import { Refusal } from "../../../refusals"
import { HOLD_KEY, holdOf, reservationsOfHolds } from "../../../shop/held-units"
import {
  freeAt,
  type Place,
  placeOf,
  placesOfItems,
} from "../../../shop/places"
import { loadVariants } from "../../../shop/stock"
import { reportError } from "../../desk/report-error"

/** Holds that one tick releases. */
const AT_ONCE = 200

/** Units of a variant that are to be kept at a location. */
export type UnitsToHold = {
  offer_id: string
  variant_id: string
  quantity: number
  location_id: string
  expires_at: Date
}

/**
 * Keeps units for a customer: our own row first, and then Medusa's reservation,
 * which carries the row's id and makes a shopper's checkout find them taken. It
 * is made under Medusa's own lock for the item, as that of a checkout is, so that
 * of the two that want the last unit one gets it.
 *
 * @returns the hold; its reservations are released after `expires_at`, whatever
 * happens
 * @throws Refusal `units_gone` if so many are not free there
 */
export async function placeHold(
  { offer_id, variant_id, quantity, location_id, expires_at }: UnitsToHold,
  container: MedusaContainer
): Promise<string> {
  const shortage = container.resolve(SHORTAGE_MODULE)
  const items = await itemsOf(variant_id, quantity, container)
  const id = await shortage.keepHold(
    { offer_id, location_id, items, expires_at },
    clockOf(container).now()
  )
  await reserve(id, items, { location_id, variant_id }, container)
  // One that took so long that it has ended holds nothing.
  if (!(await shortage.markReserved(id, clockOf(container).now()))) {
    await deleteReservationsOf([{ id, items }], container)
    throw new Refusal("units_gone", { variant_id })
  }
  return id
}

/** Ends the holds of these offers, and deletes their reservations. */
export async function releaseHolds(
  offer_ids: readonly string[],
  container: MedusaContainer
): Promise<void> {
  await container
    .resolve(SHORTAGE_MODULE)
    .endHolds(offer_ids, clockOf(container).now())
  await clearEndedHolds(container)
}

/**
 * Deletes the reservations of holds that have ended. A crash in between leaves
 * the rest to the next tick, in whatever instance.
 */
export async function clearEndedHolds(
  container: MedusaContainer
): Promise<void> {
  const shortage = container.resolve(SHORTAGE_MODULE)
  const now = clockOf(container).now()
  const ended = await shortage.takeEndedHolds(AT_ONCE, now)
  if (ended.length === 0) {
    return
  }
  try {
    await deleteReservationsOf(ended, container)
    await shortage.markCleared(
      ended.map(({ id }) => id),
      now
    )
  } catch (error) {
    reportError(
      "units that are no longer held could not be released, and will be tried again",
      error,
      container
    )
  }
}

/**
 * The reconciler's part: deletes reservations whose hold has ended or was never
 * written, such as one that was made by an instance that had been stopped for
 * longer than the hold.
 */
export async function clearStrayHolds(
  places: readonly Place[],
  container: MedusaContainer
): Promise<void> {
  const held = places
    .flatMap(({ reservations }) => reservations)
    .flatMap((reservation) => {
      const hold_id = holdOf(reservation)
      return hold_id ? [{ id: reservation.id, hold_id }] : []
    })
  if (held.length === 0) {
    return
  }
  const live = await container
    .resolve(SHORTAGE_MODULE)
    .readHeld(held.map(({ hold_id }) => hold_id))
  await deleteReservations(
    held
      .filter(({ hold_id }) => !live.some(({ id }) => id === hold_id))
      .map(({ id }) => id),
    container
  )
}

/** None for a variant whose stock is not counted: there is always one. */
async function itemsOf(
  variant_id: string,
  quantity: number,
  container: MedusaContainer
): Promise<HeldItem[]> {
  const variant = (await loadVariants([variant_id], container)).get(variant_id)
  if (!variant) {
    throw new Refusal("units_gone", { variant_id })
  }
  return variant.managed
    ? [...variant.required_quantities].map(([inventory_item_id, required]) => ({
        inventory_item_id,
        quantity: required * quantity,
      }))
    : []
}

async function reserve(
  hold_id: string,
  items: readonly HeldItem[],
  { location_id, variant_id }: { location_id: string; variant_id: string },
  container: MedusaContainer
): Promise<void> {
  const ids = items.map(({ inventory_item_id }) => inventory_item_id).sort()
  if (ids.length === 0) {
    return
  }
  await container.resolve(Modules.LOCKING).execute(ids, async () => {
    const places = await placesOfItems(ids, container)
    const are_free = items.every(
      ({ inventory_item_id, quantity }) =>
        freeAt(placeOf(places, inventory_item_id, location_id)) >= quantity
    )
    if (!are_free) {
      throw new Refusal("units_gone", { variant_id })
    }
    await container.resolve(Modules.INVENTORY).createReservationItems(
      items.map((item) => ({
        ...item,
        location_id,
        description: "Held for a customer who was offered it",
        metadata: { [HOLD_KEY]: hold_id },
      }))
    )
  })
}

async function deleteReservationsOf(
  holds: readonly { id: string; items: readonly HeldItem[] }[],
  container: MedusaContainer
): Promise<void> {
  const reservations = await reservationsOfHolds(holds, container)
  await deleteReservations(
    reservations.map(({ id }) => id),
    container
  )
}

async function deleteReservations(
  ids: string[],
  container: MedusaContainer
): Promise<void> {
  if (ids.length > 0) {
    await deleteReservationsWorkflow(container).run({ input: { ids } })
  }
}
