import type { MedusaContainer } from "@medusajs/framework/types"
import { LATE_TASK } from "../../../desk/arrange-delivery"
import { DELIVERY_WINDOW_MODULE } from "../../../modules/delivery-window"
import { FOLLOW_UP_MODULE } from "../../../modules/follow-up"

/**
 * A shop in which nobody ever said that anything was delivered is asked about
 * its late deliveries so often: it does not say so, and would get a task for
 * every order.
 */
const MOST_ASKED = 10

/** Whether an order that is not known to be delivered is asked about. */
export async function isAskedAbout(
  container: MedusaContainer
): Promise<boolean> {
  const { delivery_windows } = container.resolve(FOLLOW_UP_MODULE).settings
  return delivery_windows.undelivered_is_late && !(await isUnheard(container))
}

/**
 * Whether the shop had to be asked often enough, and never said that anything
 * was delivered.
 */
export async function isUnheard(container: MedusaContainer): Promise<boolean> {
  if (await container.resolve(DELIVERY_WINDOW_MODULE).hasDelivered()) {
    return false
  }
  const asked = await container
    .resolve(FOLLOW_UP_MODULE)
    .listFollowUpTasks(
      { type: LATE_TASK },
      { select: ["id"], take: MOST_ASKED }
    )
  return asked.length === MOST_ASKED
}
