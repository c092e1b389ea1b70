import type { MedusaContainer } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"
import { clockOf } from "../../../clock"
import { LATE_TASK, LATE_TRIGGER } from "../../../desk/arrange-delivery"
import {
  type Booking,
  DELIVERY_WINDOW_MODULE,
  type Progress,
} from "../../../modules/delivery-window"
import {
  FOLLOW_UP_MODULE,
  isActive,
  type Task,
} from "../../../modules/follow-up"
import { Refusal } from "../../../refusals"
import { loadOrders } from "../../../shop/orders"
import { deliverOutbox } from "../../desk/deliver-outbox"
import { reportError } from "../../desk/report-error"
import { openFollowUps } from "../../follow-up/open-follow-ups"
import {
  type SettleFollowUp,
  settleFollowUps,
} from "../../follow-up/settle-follow-ups"
import { updateFollowUps } from "../../follow-up/update-follow-ups"
import { aboutOrder } from "../../follow-up/about-order"
import { arrangeDelivery } from "../arrange-delivery"
import { whoAgreed } from "../booked-window"
import { lateDataOf, needsCall } from "./delay"
import { isAskedAbout } from "./undelivered"

/** Bookings that one call looks at. */
const AT_ONCE = 50

/** A task of this kind is about one booking in one window. */
export const lateKey = ({ booking_id, window_id }: LateBooking) =>
  `${LATE_TASK}:${booking_id}:${window_id}`

type LateBooking = Pick<Progress, "booking_id" | "window_id">

/**
 * Makes the tasks about late deliveries fit what is known: opens, updates,
 * closes or reopens them, and asks for another window where nobody was at home.
 * Done twice it changes nothing.
 */
export async function syncDelays(container: MedusaContainer): Promise<void> {
  const module = container.resolve(DELIVERY_WINDOW_MODULE)
  const now = clockOf(container).now()
  for (const booking_id of await module.listDelaysToSync(AT_ONCE, now)) {
    try {
      const delay = await module.readDelay(booking_id)
      if (delay) {
        await deliverOutbox(await syncDelay(delay, container), container)
        if (delay.status === "missed") {
          await arrangeDelivery([delay.order_id], container)
        }
      }
      // One without an order has no tasks.
      await module.markDelaySynced(delay ?? { booking_id, version: null })
    } catch (error) {
      reportError(
        `what is known of the delivery of booking ${booking_id} could not be made a task and will be tried again`,
        error,
        container
      )
      await module.keepFailedDelay(booking_id, now)
    }
  }
}

/** @returns the events to deliver */
async function syncDelay(
  delay: Progress,
  container: MedusaContainer
): Promise<string[]> {
  const dedupe_key = lateKey(delay)
  const [task] = await container
    .resolve(FOLLOW_UP_MODULE)
    .findTasks({ dedupe_key: [dedupe_key] })
  const events = await closeOthers(delay, dedupe_key, container)
  const is_asked = task !== undefined && isActive(task)
  if (
    delay.status === "late" ||
    (isUndelivered(delay) && (is_asked || (await isAskedAbout(container))))
  ) {
    return [...events, ...(await tellDesk(delay, task, container))]
  }
  return is_asked
    ? [
        ...events,
        ...(await close(
          { dedupe_key, cancel_reason: reasonOf(delay) },
          container
        )),
      ]
    : events
}

/** Nobody has said that it was there by the window's end. */
function isUndelivered({ status, is_past }: Progress): boolean {
  return status === "confirmed" && is_past
}

function reasonOf({ status }: Progress): string {
  switch (status) {
    case "delivered":
      return "order_delivered"
    case "missed":
      return "nobody_at_home"
    case "released":
      return "window_released"
    default:
      return "in_time_after_all"
  }
}

async function tellDesk(
  delay: Progress,
  task: Task | undefined,
  container: MedusaContainer
): Promise<string[]> {
  const data = lateDataOf(delay)
  const dedupe_key = lateKey(delay)
  if (task && !needsCall(task, delay)) {
    if (!isActive(task)) {
      // What it says is what the customer was told.
      return []
    }
    const { event_ids } = await updateFollowUps(
      [{ dedupe_key, data: { ...task.data, ...data } }],
      container
    )
    return event_ids
  }
  const [order] = (await loadOrders([delay.order_id], container)).values()
  if (!order || order.canceled_at || order.over) {
    return []
  }
  const now = clockOf(container).now()
  const since =
    delay.status === "late" ? delay.seen.observed_at : delay.window.ends_at
  const { event_ids } = await openFollowUps(
    [
      {
        ...(await aboutOrder(order, container)),
        type: LATE_TASK,
        trigger: LATE_TRIGGER,
        dedupe_key,
        if_closed: "reopen",
        opened_at: since && since < now ? since : now,
        data: { ...task?.data, ...data },
      },
    ],
    container
  )
  return event_ids
}

/**
 * Completes what asks to call about a late booking, once the customer has agreed
 * in the call on another window.
 */
export async function otherWindowAgreed(
  booking: Booking,
  user_id: string,
  container: MedusaContainer
): Promise<void> {
  const { id: booking_id, window_id, order_id } = booking
  const by = { user_id, on_call: true }
  try {
    const others = await othersOf(
      order_id,
      lateKey({ booking_id, window_id }),
      container
    )
    for (const dedupe_key of others) {
      await deliverOutbox(
        await close({ dedupe_key, outcome: "other_window", by }, container),
        container
      )
    }
  } catch (error) {
    // The window is booked, and the next report or tick closes the task.
    reportError(
      `the task about the late delivery of ${order_id} is still open`,
      error,
      container
    )
  }
}

/** A booking that has moved is no longer late in the window that it left. */
async function closeOthers(
  { booking_id, order_id }: Progress,
  dedupe_key: string,
  container: MedusaContainer
): Promise<string[]> {
  const others = await othersOf(order_id, dedupe_key, container)
  const [booking] =
    others.length > 0
      ? await container
          .resolve(DELIVERY_WINDOW_MODULE)
          .readBookings({ booking_ids: [booking_id] })
      : []
  const by = booking ? whoAgreed(booking) : null
  const events: string[] = []
  for (const other of others) {
    const settled = { dedupe_key: other, cancel_reason: "window_moved", by }
    events.push(...(await close(settled, container)))
  }
  return events
}

/** The keys of an order's active tasks about other windows than this. */
async function othersOf(
  order_id: string | null,
  dedupe_key: string,
  container: MedusaContainer
): Promise<string[]> {
  const tasks = await container
    .resolve(FOLLOW_UP_MODULE)
    .findTasks({ order_id: order_id === null ? [] : [order_id] })
  return tasks
    .filter((task) => task.type === LATE_TASK && isActive(task))
    .flatMap((task) => task.dedupe_key ?? [])
    .filter((key) => key !== dedupe_key)
}

async function close(
  settled: SettleFollowUp,
  container: MedusaContainer
): Promise<string[]> {
  try {
    const { event_ids } = await settleFollowUps([settled], container)
    return event_ids
  } catch (error) {
    // A person was quicker to close it.
    if (
      error instanceof Refusal &&
      error.type === MedusaError.Types.NOT_ALLOWED
    ) {
      return []
    }
    throw error
  }
}
