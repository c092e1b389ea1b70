import type { MedusaContainer } from "@medusajs/framework/types"
import { clockOf } from "../../clock"
import { DELIVERY_WINDOW_MODULE } from "../../modules/delivery-window"
import { recordsCreated } from "../../shop/records"
import { OVERLAP_MS, SETTLED_AFTER_MS } from "../desk/reconciler/overlap"
import { arrangeDue } from "./arrange-delivery"
import { mendSums } from "./mend-sums"
import { templatesInUse } from "./served"

const PAGE = 200

/** Limits one run, so that it ends; the next one goes on from there. */
const MAX_RECORDS = 2_000

/** Orders that one run looks at. */
const AT_ONCE = 200

/** How far the orders have been read. */
const WATERMARK = "orders"

/**
 * The reconciler's part: finds orders whose events were lost, and looks again at
 * those that have a booking or a task.
 */
export async function reconcileDeliveries(
  container: MedusaContainer
): Promise<void> {
  const windows = container.resolve(DELIVERY_WINDOW_MODULE)
  const now = clockOf(container).now()
  if ((await templatesInUse(container, now)).length > 0) {
    await markNewOrders(container)
  } else {
    // What is ordered while there are no windows is not asked about later.
    await windows.advanceWatermark(WATERMARK, now, now)
  }
  await windows.forgetOrders(now)
  await windows.noticeForgotten(AT_ONCE, now)
  await arrangeDue(container, AT_ONCE, false)
  await mendSums(container)
}

/** Marks the orders that were placed since the last run. */
async function markNewOrders(container: MedusaContainer): Promise<void> {
  const windows = container.resolve(DELIVERY_WINDOW_MODULE)
  const now = clockOf(container).now()
  const position = await windows.readWatermark(WATERMARK, now)
  const from = new Date(position.getTime() - OVERLAP_MS)
  const to = new Date(now.getTime() - SETTLED_AFTER_MS)
  for (let skip = 0; skip < MAX_RECORDS; skip += PAGE) {
    const page = await recordsCreated(
      "order",
      { from, to },
      { skip, take: PAGE },
      container
    )
    await windows.noticeOrders(
      page.map(({ id }) => id),
      now
    )
    const last = page.at(-1)
    if (last) {
      await windows.advanceWatermark(WATERMARK, last.created_at, now)
    }
    if (page.length < PAGE) {
      await windows.advanceWatermark(WATERMARK, to, now)
      return
    }
  }
}
