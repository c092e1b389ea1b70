import type { MedusaContainer } from "@medusajs/framework/types"
import { clockOf } from "../../clock"
import { SHORTAGE_MODULE } from "../../modules/shortage"
import { isOvercommitted, pageOfReserved } from "../../shop/places"
import { computeShortages } from "./compute-shortages"
import { noticeShortages } from "./notice"

/** Reservations that one run looks at; the next one goes on from there. */
const RESERVATIONS = 2_000

/** Short lines that one run computes anew. */
const LINES = 200

/** What one run does of what is dirty; ticks do the rest. */
const GOES_ON_MS = 5_000

/**
 * The reconciler's part: finds what emitted no event, such as reservations that
 * a failed workflow restored. Each run looks at some of the inventory items that
 * have reservations, and at some of the lines that are short.
 */
export async function walkStock(container: MedusaContainer): Promise<void> {
  const shortage = container.resolve(SHORTAGE_MODULE)
  const now = clockOf(container).now()
  const cursor = await shortage.readCursor(now)
  const { places, last } = await pageOfReserved(cursor, RESERVATIONS, container)
  const overcommitted = places
    .filter(isOvercommitted)
    .map(({ inventory_item_id }) => inventory_item_id)
  const lines = await shortage.takeLinesToCheck(LINES, now)
  const items = lines.flatMap(({ places }) =>
    places.map(({ inventory_item_id }) => inventory_item_id)
  )
  const order_ids = await computeShortages(
    {
      items: [...new Set([...overcommitted, ...items])],
      order_ids: [...new Set(lines.map(({ order_id }) => order_id))],
    },
    container
  )
  // A task that a crash kept from being opened, or a rule that is on again.
  await shortage.markToSync(order_ids, now)
  await shortage.moveCursor(last ?? "")
  await noticeShortages(container, GOES_ON_MS)
}
