import type { MedusaContainer } from "@medusajs/framework/types"
import { aheadOf, clockOf } from "../../clock"
import {
  type Booking,
  DELIVERY_WINDOW_MODULE,
  isActiveBooking,
  type KnownDelivery,
} from "../../modules/delivery-window"
import { isActive, type Task } from "../../modules/follow-up"
import { type Delivery, loadDeliveries } from "../../shop/deliveries"
import { bookingsOf } from "./booked-window"
import { endBookings } from "./end-bookings"
import { fitBooking } from "./fit-booking"
import { fitTask, taskOfOrder } from "./fit-task"
import { serves, templatesInUse } from "./served"
import { countedFor } from "./units"
import { whyAgree, whyAgreeAgain } from "./why-arrange"

/** What a courier reported who found nobody. */
export type Attempt = { reason: string | null; at: string }

/** Each time that the booking changes in between, it begins anew. */
const TRIES = 5

/** What an order's deliveries have come to. */
export type Arranged = {
  delivery: Delivery
  /** The active one. */
  booking: Booking | null
  /** The one that it had last, or its cart's. */
  last: Booking | null
  known: KnownDelivery | null
  /** Whether a window could be booked for it. */
  is_served: boolean
  /** What the courier reported who found nobody at the last one. */
  attempt: Attempt | null
}

/**
 * Makes the booking and the task of an order fit the order.
 *
 * @returns whether it is to be looked at again, in case an event gets lost
 */
export async function arrangeOrder(
  order_id: string,
  container: MedusaContainer
): Promise<boolean> {
  for (let tries = 1; ; tries++) {
    const delivery = (await loadDeliveries([order_id], container)).get(order_id)
    if (!delivery || delivery.is_canceled || delivery.is_over) {
      return await endBookings(order_id, delivery, container)
    }
    const arranged = await arrange(delivery, container)
    const { booking, last, known, is_served } = arranged
    const why = booking
      ? whyAgreeAgain(booking, known)
      : is_served
        ? whyAgree(last)
        : null
    const is_open = await fitTask(arranged, why, container)
    const [now] = await activeBookings(order_id, container)
    if (versionOf(now) === versionOf(booking) || tries === TRIES) {
      return is_open || booking !== null || delivery.is_draft
    }
  }
}

async function arrange(
  delivery: Delivery,
  container: MedusaContainer
): Promise<Arranged> {
  const { order_id } = delivery
  const windows = container.resolve(DELIVERY_WINDOW_MODULE)
  await confirmHeld(delivery, container)
  const all = await bookingsOf(order_id, delivery.cart_id, container)
  const booking =
    all.find((one) => one.order_id === order_id && isActiveBooking(one)) ?? null
  const templates = await templatesInUse(container, clockOf(container).now())
  const last = all.filter((one) => one !== booking).at(-1) ?? null
  // What was ordered while the shop had no windows is delivered without, unless
  // somebody asks already.
  const is_served =
    templates.some((template) => serves(template, delivery.shipping_options)) &&
    (all.length > 0 ||
      templates.some(({ on_since }) => on_since <= delivery.created_at) ||
      isOpen(await taskOfOrder(order_id, container)))
  return {
    delivery,
    booking: booking && (await fitBooking(booking, delivery, container)),
    last,
    known: await windows.readKnownDelivery(order_id),
    is_served,
    attempt:
      !booking && last?.status === "missed"
        ? await failedAttempt(last.id, container)
        : null,
  }
}

/** Read from what is known, so that no retry forgets it. */
async function failedAttempt(
  booking_id: string,
  container: MedusaContainer
): Promise<Attempt | null> {
  const known = await container
    .resolve(DELIVERY_WINDOW_MODULE)
    .readDelay(booking_id)
  return known?.seen.failed_at
    ? {
        reason: known.seen.failed_reason,
        at: known.seen.failed_at.toISOString(),
      }
    : null
}

/**
 * A place that was held for the cart is the order's now. One that the chosen
 * shipping option does not go with is given back, and a person is asked.
 */
async function confirmHeld(
  { order_id, cart_id, shipping_options, items }: Delivery,
  container: MedusaContainer
): Promise<void> {
  const windows = container.resolve(DELIVERY_WINDOW_MODULE)
  const held = (
    await windows.readBookings({ cart_ids: cart_id ? [cart_id] : [] })
  )
    .filter((one) => one.order_id === null)
    .at(-1)
  if (
    !held ||
    !cart_id ||
    (await windows.readBookings({ order_ids: [order_id] })).length > 0
  ) {
    return
  }
  const [window] = await windows.listWindows({ window_ids: [held.window_id] })
  const ahead_ms = aheadOf(clockOf(container))
  if (window && !serves(window, shipping_options)) {
    await windows.release(
      { booking_id: held.id, reason: "shipping_changed", actor_id: null },
      ahead_ms
    )
    return
  }
  await windows.confirmCart(
    {
      cart_id,
      order_id,
      units: (window && countedFor(window, items, container)) ?? held.units,
    },
    ahead_ms
  )
}

async function activeBookings(
  order_id: string,
  container: MedusaContainer
): Promise<Booking[]> {
  return (
    await container
      .resolve(DELIVERY_WINDOW_MODULE)
      .readBookings({ order_ids: [order_id] })
  ).filter(isActiveBooking)
}

const isOpen = (task: Task | undefined) => task !== undefined && isActive(task)

const versionOf = (booking: Booking | null | undefined) =>
  booking
    ? [booking.id, booking.window_id, booking.units, booking.flag].join(" ")
    : ""
