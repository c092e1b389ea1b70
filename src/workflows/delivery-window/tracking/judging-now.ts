import type { MedusaContainer } from "@medusajs/framework/types"
import { aheadOf, clockOf } from "../../../clock"
import { FOLLOW_UP_MODULE } from "../../../modules/follow-up"

/** When deliveries are judged, and how this shop tells its customers. */
export function judgingNow(container: MedusaContainer) {
  const clock = clockOf(container)
  const { delivery_windows } = container.resolve(FOLLOW_UP_MODULE).settings
  return {
    now: clock.now(),
    ahead_ms: aheadOf(clock),
    minutes_before: delivery_windows.tell_minutes_before,
  }
}
