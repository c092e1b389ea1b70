import type { MedusaContainer } from "@medusajs/framework/types"
import { clockOf } from "../../../clock"
import { SHORTAGE_MODULE } from "../../../modules/shortage"
import { clearEndedHolds } from "./hold-units"

/** Offers that one tick ends. */
const AT_ONCE = 200

/** At each tick: ends what has expired, and releases what was held for it. */
export async function endExpiredOffers(
  container: MedusaContainer
): Promise<void> {
  const shortage = container.resolve(SHORTAGE_MODULE)
  const now = clockOf(container).now()
  await shortage.endHolds(await shortage.expireOffers(AT_ONCE, now), now)
  await clearEndedHolds(container)
}
