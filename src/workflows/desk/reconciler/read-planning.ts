import type { MedusaContainer } from "@medusajs/framework/types"
import { FOLLOW_UP_MODULE, type Planning } from "../../../modules/follow-up"
import { clockOf } from "../../../clock"
import { OVERLAP_MS } from "./overlap"

/**
 * The basis of plans that are made now.
 *
 * @param neverSynced - these records could not be synced before, however old
 * they are
 */
export async function readPlanning(
  watermark: "orders" | "customers",
  container: MedusaContainer,
  neverSynced = false
): Promise<Planning> {
  const followUp = container.resolve(FOLLOW_UP_MODULE)
  const now = clockOf(container).now()
  const first_start = await followUp.markFirstStart(now)
  const looked_at_up_to = await followUp.readWatermark(watermark, now)
  return {
    book: await followUp.readPlaybooksToOpen(now),
    default_country: followUp.settings.default_country,
    types: followUp.settings.types,
    first_start,
    // A record may appear within the overlap without having been looked at.
    looked_at_before: neverSynced
      ? first_start
      : new Date(looked_at_up_to.getTime() - OVERLAP_MS),
    now,
  }
}
