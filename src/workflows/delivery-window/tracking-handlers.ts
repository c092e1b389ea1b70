import type { MedusaContainer } from "@medusajs/framework/types"
import { clockOf } from "../../clock"
import type { KindHandlers } from "../../desk/handlers"
import { DELIVERY_WINDOW_MODULE } from "../../modules/delivery-window"
import { isBusy } from "../../refusals"
import { reportError } from "../desk/report-error"
import { pollCarriers } from "./carriers/poll-carriers"
import { MESSAGE_OUTBOX } from "./messages/outbox"
import { followOrders } from "./tracking/follow-later"
import { judgingNow } from "./tracking/judging-now"
import { ordersOnTheWay } from "./tracking/on-the-way"
import { syncDelays } from "./tracking/sync-delays"

/** A tick looks at what has changed since a few ticks ago. */
const TICK_WITHIN_S = 120

/** The reconciler, at what was left by an outage. */
const RECONCILE_WITHIN_S = 2 * 86_400

/** Bookings of which something follows, in one tick. */
const DUE_AT_ONCE = 50

/** Follows couriers, and tells customers and the desk. */
export const TRACKING_HANDLERS: Required<
  Pick<KindHandlers, "tick" | "reconcile" | "outbox">
> = {
  tick: async (_, container) => {
    await followTime(TICK_WITHIN_S, container)
    await syncDelays(container)
  },

  reconcile: async (_, container) => {
    await followTime(RECONCILE_WITHIN_S, container)
    for await (const order_ids of ordersOnTheWay(container)) {
      await followPage(order_ids, container)
    }
    await pollCarriers(container)
    await syncDelays(container)
  },

  outbox: MESSAGE_OUTBOX,
}

/** Promises what was agreed on, and lets bookings follow the time. */
async function followTime(
  within_s: number,
  container: MedusaContainer
): Promise<void> {
  const module = container.resolve(DELIVERY_WINDOW_MODULE)
  const now = clockOf(container).now()
  const agreed = await module.promiseAgreed(within_s, now)
  const due = await module.listDue(DUE_AT_ONCE, now)
  for (const booking_id of new Set([...agreed, ...due])) {
    try {
      await module.followTime(booking_id, judgingNow(container))
    } catch (error) {
      reportError(
        `booking ${booking_id} could not follow the time, and will be tried again`,
        error,
        container
      )
      await module.postponeDue(booking_id, now)
    }
  }
}

/** One order that fails holds up no other. */
async function followPage(
  order_ids: readonly string[],
  container: MedusaContainer
): Promise<void> {
  try {
    await followOrders(order_ids, container)
  } catch (error) {
    if (order_ids.length === 1 || isBusy(error)) {
      reportError(
        `the parcels of ${order_ids.join(", ")} could not be followed, and will be tried again`,
        error,
        container
      )
      return
    }
    for (const order_id of order_ids) {
      await followPage([order_id], container)
    }
  }
}
