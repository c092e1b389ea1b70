import type { MedusaContainer } from "@medusajs/framework/types"
import {
  FOLLOW_UP_MODULE,
  leftOutAfter,
  type Planning,
} from "../../../modules/follow-up"
import { clockOf } from "../../../clock"
import { OVERLAP_MS } from "./overlap"

/**
 * From when records count as not looked at before, other than by the
 * watermark: since the first start for records that could not be synced, or
 * since the moment to which an admin looks back.
 */
export type Unseen = "since_first_start" | { since: Date }

/** The basis of plans that are made now. */
export async function readPlanning(
  watermark: "orders" | "customers",
  container: MedusaContainer,
  unseen?: Unseen
): Promise<Planning> {
  const followUp = container.resolve(FOLLOW_UP_MODULE)
  const { settings } = followUp
  const now = clockOf(container).now()
  const first_start = await followUp.markFirstStart(now)
  const looked_at_up_to = await followUp.readWatermark(watermark, now)
  const left_out = leftOutAfter(looked_at_up_to, settings, now)
  const byWatermark =
    // A record may appear within the overlap without having been looked at.
    left_out?.to ?? new Date(looked_at_up_to.getTime() - OVERLAP_MS)
  return {
    book: await followUp.readPlaybooksToOpen(now),
    default_country: settings.default_country,
    types: settings.types,
    first_start,
    looked_at_before:
      unseen === "since_first_start"
        ? first_start
        : (unseen?.since ?? byWatermark),
    now,
  }
}
