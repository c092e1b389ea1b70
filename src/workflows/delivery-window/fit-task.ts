import type { MedusaContainer } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"
import { ARRANGE_TASK, ARRANGE_TRIGGER } from "../../desk/arrange-delivery"
import {
  type Booking,
  DELIVERY_WINDOW_MODULE,
} from "../../modules/delivery-window"
import { FOLLOW_UP_MODULE, isActive, type Task } from "../../modules/follow-up"
import { Refusal } from "../../refusals"
import { loadOrders } from "../../shop/orders"
import { deliverOutbox } from "../desk/deliver-outbox"
import { aboutOrder } from "../follow-up/about-order"
import { lastReopened } from "../follow-up/last-reopened"
import { openFollowUps } from "../follow-up/open-follow-ups"
import {
  type DoneBy,
  type SettleFollowUp,
  settleFollowUps,
} from "../follow-up/settle-follow-ups"
import { updateFollowUps } from "../follow-up/update-follow-ups"
import { type ArrangeData, arrangeDataIn } from "./reason-in-task"
import type { Arranged, Attempt } from "./arrange-order"
import { whoAgreed } from "./booked-window"
import type { Why } from "./why-arrange"

const AGREED = "window_agreed"

/** Nothing was to be agreed on any more; that may be otherwise again. */
const TAKEN_BACK: readonly (string | null)[] = ["fits_again", "no_courier"]

const keyOf = (order_id: string) => `${ARRANGE_TASK}:${order_id}`

/** The task about when the courier comes, open or closed. */
export async function taskOfOrder(
  order_id: string,
  container: MedusaContainer
): Promise<Task | undefined> {
  const [task] = await container
    .resolve(FOLLOW_UP_MODULE)
    .findTasks({ dedupe_key: [keyOf(order_id)] })
  return task
}

/**
 * Opens, updates or closes the order's task. A person who closed it is not asked
 * again for the same cause, unless they agreed on a window and booked none; and
 * one that a person opened again, although a window is agreed, stays open until
 * another one is.
 *
 * @returns whether it is open
 */
export async function fitTask(
  arranged: Arranged,
  why: Why | null,
  container: MedusaContainer
): Promise<boolean> {
  const { attempt } = arranged
  const { order_id } = arranged.delivery
  const dedupe_key = keyOf(order_id)
  const task = await taskOfOrder(order_id, container)
  if (!why) {
    return await close(task, dedupe_key, arranged, container)
  }
  const before = arrangeDataIn(task?.data)
  const is_told =
    before?.cause === why.cause &&
    (!attempt || before.attempt?.at === attempt.at) &&
    !TAKEN_BACK.includes(task?.cancel_reason ?? null)
  if (task && isActive(task)) {
    if (!is_told) {
      const { event_ids } = await updateFollowUps(
        [
          {
            dedupe_key,
            data: { ...task.data, ...(await dataOf(why, attempt, container)) },
          },
        ],
        container
      )
      await deliverOutbox(event_ids, container)
    }
    return true
  }
  // Whoever agreed on a window, and booked none, has forgotten it.
  const is_forgotten = task?.outcome === AGREED && !arranged.booking
  if (task && is_told && !is_forgotten) {
    await keepAsItIs(task, arranged, container)
    return false
  }
  return await open(task, dedupe_key, arranged, why, container)
}

async function open(
  task: Task | undefined,
  dedupe_key: string,
  { delivery, last, booking, attempt }: Arranged,
  why: Why,
  container: MedusaContainer
): Promise<boolean> {
  const [order] = (await loadOrders([delivery.order_id], container)).values()
  if (!order) {
    return false
  }
  const was_agreed = last && last.order_id !== null && !why.wished_window_id
  const is_new = !task && !booking && !was_agreed && !delivery.is_draft
  const { event_ids, ids, reopened_ids } = await openFollowUps(
    [
      {
        ...(await aboutOrder(order, container)),
        type: ARRANGE_TASK,
        trigger: ARRANGE_TRIGGER,
        dedupe_key,
        if_closed: "reopen",
        ...(is_new ? { opened_at: delivery.created_at } : {}),
        data: { ...task?.data, ...(await dataOf(why, attempt, container)) },
      },
    ],
    container
  )
  await deliverOutbox(event_ids, container)
  return ids.length + reopened_ids.length > 0
}

/**
 * Agreed meanwhile, or not by courier any more.
 *
 * @returns whether it stays open
 */
async function close(
  task: Task | undefined,
  dedupe_key: string,
  { booking }: Arranged,
  container: MedusaContainer
): Promise<boolean> {
  if (!task || !isActive(task)) {
    return false
  }
  if (booking && (await isOpenOnPurpose(task, booking, container))) {
    return true
  }
  await settle(
    !booking
      ? { dedupe_key, cancel_reason: "no_courier" }
      : fitsAgain(task, booking)
        ? { dedupe_key, cancel_reason: "fits_again" }
        : { dedupe_key, outcome: AGREED, by: agreedBy(task, booking) },
    container
  )
  return false
}

/** Whether a person opened the task again when the place had been taken. */
async function isOpenOnPurpose(
  task: Task,
  { taken_at }: Booking,
  container: MedusaContainer
): Promise<boolean> {
  const reopened = await lastReopened(task.id, container)
  return (
    reopened !== null && reopened.actor_id !== null && reopened.at > taken_at
  )
}

/**
 * Completes what is open still although a window is agreed, once the customer has
 * agreed in a call to keep it.
 */
export async function windowKept(
  { order_id, flag }: Booking,
  user_id: string,
  container: MedusaContainer
): Promise<void> {
  const task =
    order_id !== null && flag === null
      ? await taskOfOrder(order_id, container)
      : undefined
  if (task?.dedupe_key && isActive(task)) {
    await settle(
      { dedupe_key: task.dedupe_key, outcome: AGREED, by: { user_id } },
      container
    )
  }
}

async function settle(
  settled: SettleFollowUp,
  container: MedusaContainer
): Promise<void> {
  try {
    const { event_ids } = await settleFollowUps([settled], container)
    await deliverOutbox(event_ids, container)
  } catch (error) {
    // A person was quicker to close it.
    if (
      !(error instanceof Refusal) ||
      error.type !== MedusaError.Types.NOT_ALLOWED
    ) {
      throw error
    }
  }
}

/**
 * Whether nobody has agreed on anything: there was no room, and now there is in
 * the same window.
 */
function fitsAgain(task: Task, booking: Booking): boolean {
  const reason = arrangeDataIn(task.data)?.reason
  return (
    isAskedAgain(task, booking) &&
    (reason === "over_capacity" ||
      reason === "units_unknown" ||
      // One more, with a reason, settles that an order has grown.
      (reason === "outgrown" && booking.overbooked_reason === null))
  )
}

/** Who has agreed on a window since the task asks for one. */
function agreedBy(task: Task, booking: Booking): DoneBy | null {
  return isAskedAgain(task, booking) ? null : whoAgreed(booking)
}

/** Whether the task asks about a place that the order had already, and has. */
function isAskedAgain({ data }: Task, { id, window_id }: Booking): boolean {
  const before = arrangeDataIn(data)
  return (
    before?.cause.startsWith([before.reason, id, window_id].join(" ")) === true
  )
}

/** The customer wants the window as it is, whatever has changed. */
async function keepAsItIs(
  task: Task,
  { booking }: Arranged,
  container: MedusaContainer
): Promise<void> {
  if (booking?.flag && task.outcome === AGREED) {
    await container
      .resolve(DELIVERY_WINDOW_MODULE)
      .flagBooking(booking.id, null)
  }
}

async function dataOf(
  { reason, cause, wished_window_id }: Why,
  attempt: Attempt | null,
  container: MedusaContainer
): Promise<ArrangeData> {
  const [wished] = wished_window_id
    ? await container
        .resolve(DELIVERY_WINDOW_MODULE)
        .listWindows({ window_ids: [wished_window_id] })
    : []
  return {
    reason,
    cause,
    wish: wished
      ? {
          window_id: wished.id,
          starts_at: wished.starts_at.toISOString(),
          ends_at: wished.ends_at.toISOString(),
          time_zone: wished.time_zone,
        }
      : null,
    // Written even if there is none: that of an earlier visit is over.
    attempt: attempt ?? undefined,
  }
}
