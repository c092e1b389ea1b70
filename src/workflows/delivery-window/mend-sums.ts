import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { DELIVERY_WINDOW_MODULE } from "../../modules/delivery-window"

/** Windows that one line of the log names. */
const NAMED = 5

/**
 * The reconciler's part: where the units that a window counts as booked are not
 * those of its active bookings, as somebody has changed rows by hand or has
 * restored a part of them, sets them right and says so in the log.
 */
export async function mendSums(container: MedusaContainer): Promise<void> {
  const wrong = await container.resolve(DELIVERY_WINDOW_MODULE).repairSums()
  if (wrong.length > 0) {
    const named = wrong
      .slice(0, NAMED)
      .map(
        ({ window_id, booked, active }) =>
          `${window_id} counted ${booked} instead of ${active}`
      )
    container
      .resolve(ContainerRegistrationKeys.LOGGER)
      .warn(
        `follow-ups: the booked units of ${wrong.length} delivery windows were wrong and are set right: ${named.join(", ")}${wrong.length > NAMED ? ", …" : ""}`
      )
  }
}
