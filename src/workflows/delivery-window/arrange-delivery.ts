import type { MedusaContainer } from "@medusajs/framework/types"
import { clockOf } from "../../clock"
import {
  DELIVERY_WINDOW_MODULE,
  type TakenOrder,
} from "../../modules/delivery-window"
import { isBusy } from "../../refusals"
import { reportError } from "../desk/report-error"
import { arrangeOrder } from "./arrange-order"
import { templatesInUse } from "./served"

/** Orders in one go. */
const AT_ONCE = 100

/**
 * Makes the booking and the task of these orders fit the orders: gives a place
 * that was held for the cart to its order, releases that of a canceled one,
 * flags what has changed, and opens, updates or closes the task to agree on a window. Done
 * twice it changes nothing. What fails is tried again by ticks.
 */
export async function arrangeDelivery(
  order_ids: readonly string[],
  container: MedusaContainer
): Promise<void> {
  const windows = container.resolve(DELIVERY_WINDOW_MODULE)
  const now = clockOf(container).now()
  if ((await templatesInUse(container, now)).length === 0) {
    const booked = await windows.readBookings({ order_ids })
    if (booked.length === 0) {
      return
    }
  }
  for (let from = 0; from < order_ids.length; from += AT_ONCE) {
    const some = order_ids.slice(from, from + AT_ONCE)
    await windows.markOrdersChanged(some, now)
    await arrangeTaken(
      await windows.takeOrders(
        { limit: AT_ONCE, only_changed: true, order_ids: some },
        now
      ),
      container
    )
  }
}

/**
 * Goes on with what failed, or was left by a crash.
 *
 * @param only_changed - without orders that are looked at again in case an
 * event was lost
 */
export async function arrangeDue(
  container: MedusaContainer,
  limit: number,
  only_changed: boolean
): Promise<void> {
  await arrangeTaken(
    await container
      .resolve(DELIVERY_WINDOW_MODULE)
      .takeOrders(
        { limit, only_changed, order_ids: null },
        clockOf(container).now()
      ),
    container
  )
}

async function arrangeTaken(
  taken: readonly TakenOrder[],
  container: MedusaContainer
): Promise<void> {
  const windows = container.resolve(DELIVERY_WINDOW_MODULE)
  for (const order of taken) {
    try {
      const is_watched = await arrangeOrder(order.order_id, container)
      await windows.finishOrder(order, is_watched, clockOf(container).now())
    } catch (error) {
      reportError(
        `the delivery of ${order.order_id} could not be arranged, and will be tried again`,
        error,
        container
      )
      if (isBusy(error)) {
        throw error
      }
    }
  }
}
