import type { MedusaContainer } from "@medusajs/framework/types"
import { clockOf } from "../../../clock"
import { DELIVERY_WINDOW_MODULE } from "../../../modules/delivery-window"

const HOUR_MS = 3_600_000

/** Parcels are followed from a day before their window, for a week after it. */
const AHEAD_MS = 24 * HOUR_MS
const AFTER_MS = 7 * 24 * HOUR_MS

/** Orders that one read of Medusa takes well. */
const ON_A_PAGE = 100

/** The orders whose courier may be on the way, page by page. */
export async function* ordersOnTheWay(
  container: MedusaContainer
): AsyncGenerator<string[]> {
  const module = container.resolve(DELIVERY_WINDOW_MODULE)
  const now = clockOf(container).now().getTime()
  const within = {
    since: new Date(now - AFTER_MS),
    until: new Date(now + AHEAD_MS),
  }
  let after = ""
  for (;;) {
    const page = await module.listOnTheWay(within, { after, limit: ON_A_PAGE })
    const last = page.at(-1)
    if (last === undefined) {
      return
    }
    yield page
    after = last
  }
}
