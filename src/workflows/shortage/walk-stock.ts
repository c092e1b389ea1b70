import type { MedusaContainer } from "@medusajs/framework/types"
import { clockOf } from "../../clock"
import { type DirtyRecord, SHORTAGE_MODULE } from "../../modules/shortage"
import {
  isDrifting,
  isOvercommitted,
  pageOfReserved,
  type Place,
  reservedAt,
} from "../../shop/places"
import { walkCatalogue } from "./alternatives/refresh-candidates"
import { noticeShortages } from "./notice"
import { clearStrayHolds } from "./offers/hold-units"

/** Reservations that one run looks at; the next one goes on from there. */
const RESERVATIONS = 2_000

/** Short lines that one run computes anew. */
const LINES = 200

/** Items whose counters drift that one run looks at again. */
const DRIFTING = 100

/** A return or a claim changes what an order costs, and nobody says so here. */
const PRICED_FOR_MS = 3_600_000

/** What one run does of what is dirty; ticks do the rest. */
const GOES_ON_MS = 5_000

/** What one run walks over the catalogue. */
const CATALOGUE_MS = 2_000

/**
 * The reconciler's part: finds what emitted no event, such as reservations that
 * a failed workflow restored, and counters that differ from the reservations. Each
 * run looks at some of the inventory items that have reservations, at some of the
 * lines that are short, and at some of the items whose counters are known to
 * differ.
 */
export async function walkStock(container: MedusaContainer): Promise<void> {
  const shortage = container.resolve(SHORTAGE_MODULE)
  const now = clockOf(container).now()
  const cursor = await shortage.readCursor("walk", now)
  const { places, last } = await pageOfReserved(cursor, RESERVATIONS, container)
  await clearStrayHolds(places, container)
  const lines = await shortage.takeLinesToCheck(LINES, now)
  const items = [
    ...[
      ...places.filter(isOvercommitted),
      ...(await newlyDrifting(places, container)),
      ...lines.flatMap((line) => line.places),
    ].map(({ inventory_item_id }) => inventory_item_id),
    ...(await shortage.listDriftingItems(DRIFTING)),
  ].map((id): DirtyRecord => ({ entity: "item", id }))
  // Nothing but the report says that such a line is short.
  const orders = lines
    .filter(({ reported }) => reported > 0)
    .map(({ order_id: id }): DirtyRecord => ({ entity: "order", id }))
  await shortage.markDirty([...items, ...orders], now)
  // A crash may have kept a task from being opened, or its playbook was off.
  const order_ids = [...new Set(lines.map(({ order_id }) => order_id))]
  await shortage.markToSync(order_ids, now)
  await shortage.markToPrice(order_ids, new Date(now.getTime() - PRICED_FOR_MS))
  await shortage.moveCursor("walk", last ?? "")
  await noticeShortages(container, GOES_ON_MS)
  await walkCatalogue(container, CATALOGUE_MS)
}

/** Places whose counters differ from the reservations, and not as it is known. */
async function newlyDrifting(
  places: readonly Place[],
  container: MedusaContainer
): Promise<Place[]> {
  const drifting = places.filter(isDrifting)
  const known = await container
    .resolve(SHORTAGE_MODULE)
    .readDrift(drifting.map(({ inventory_item_id }) => inventory_item_id))
  return drifting.filter(
    (place) =>
      !known
        .get(place.inventory_item_id)
        ?.some(
          ({ location_id, counter, reserved }) =>
            location_id === place.location_id &&
            counter === place.counter &&
            reserved === reservedAt(place)
        )
  )
}
