import type { MedusaContainer } from "@medusajs/framework/types"
import { FOLLOW_UP_MODULE } from "../../../modules/follow-up"
import { clockOf } from "../../../clock"
import { syncOrders } from "./sync-orders"

/** An order that has waited longer than this is not called any more. */
const LOOKS_BACK_MS = 7 * 24 * 3_600_000

const MAX_ORDERS = 200

/**
 * Opens the calls that should have been opened when a number was received, but
 * whose event was lost.
 *
 * @returns the events to deliver
 */
export async function syncReceivedNumbers(
  container: MedusaContainer
): Promise<string[]> {
  const followUp = container.resolve(FOLLOW_UP_MODULE)
  const since = new Date(clockOf(container).now().getTime() - LOOKS_BACK_MS)
  const { event_ids } = await syncOrders(
    await followUp.listOrdersToCall(since, MAX_ORDERS),
    container
  )
  return event_ids
}
