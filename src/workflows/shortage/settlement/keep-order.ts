import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { clockOf } from "../../../clock"
import { type Deed, SHORTAGE_MODULE } from "../../../modules/shortage"
import { Refusal } from "../../../refusals"
import { reservationsOf } from "../../../shop/held-units"
import type { LineOfOrder } from "../../../shop/ordered-lines"
import { freeAt, placeOf, placesOfItems } from "../../../shop/places"
import { emitReservationsUpdated } from "./events"
import { withLock } from "./reservations"

/**
 * What was agreed without a change of the order. Done twice, it does the same
 * once.
 *
 * @throws Refusal if too few units are free at the other location
 */
export async function keepOrder(
  deed: Exclude<Deed, { kind: "replace" | "remove" }>,
  line: LineOfOrder,
  container: MedusaContainer
): Promise<void> {
  if (deed.kind === "part_delivery") {
    await letPartGo(line, container)
  }
  if (deed.kind === "other_location") {
    await moveTo(deed.location_id, line, container)
    // What was not on one shelf is taken from another.
    await container
      .resolve(SHORTAGE_MODULE)
      .endReports([line.id], clockOf(container).now())
  }
}

/**
 * Medusa refuses to pack a part of a line while less than nothing is available,
 * except where its reservation allows that.
 */
async function letPartGo(
  { id, order_id }: LineOfOrder,
  container: MedusaContainer
): Promise<void> {
  const own = await reservationsOf([id], container)
  await withLock(
    own.map(({ inventory_item_id }) => inventory_item_id),
    async () =>
      await container
        .resolve(Modules.INVENTORY)
        .updateReservationItems(
          own.map(({ id }) => ({ id, allow_backorder: true }))
        ),
    container
  )
  await emitReservationsUpdated(
    order_id,
    own.map(({ id }) => id),
    container
  )
}

/**
 * Moves what is reserved for a line. Medusa moves it whatever is free there, so
 * that is checked here, under the lock that Medusa takes to reserve.
 */
async function moveTo(
  location_id: string,
  { id, order_id }: LineOfOrder,
  container: MedusaContainer
): Promise<void> {
  const reserved = await reservationsOf([id], container)
  const moving = reserved.filter((each) => each.location_id !== location_id)
  const items = moving.map(({ inventory_item_id }) => inventory_item_id)
  await withLock(
    items,
    async () => {
      const places = await placesOfItems(items, container)
      for (const item of new Set(items)) {
        const free = freeAt(placeOf(places, item, location_id))
        const wanted = moving
          .filter(({ inventory_item_id }) => inventory_item_id === item)
          .reduce((sum, { quantity }) => sum + Number(quantity), 0)
        if (free < wanted) {
          throw new Refusal(
            "too_few_there",
            { was: location_id, free: Math.max(0, free), wanted },
            ["deed", "location_id"]
          )
        }
      }
      await container
        .resolve(Modules.INVENTORY)
        .updateReservationItems(
          moving.map(({ id }) => ({ id, location_id, allow_backorder: true }))
        )
    },
    container
  )
  await emitReservationsUpdated(
    order_id,
    moving.map(({ id }) => id),
    container
  )
}
