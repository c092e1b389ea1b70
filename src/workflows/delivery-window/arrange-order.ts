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
import { fitTask, taskOfOrder } from "./fit-task"
import { serves, templatesInUse } from "./served"
import { unitsFor } from "./units"
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
    const arranged = await arrange(order_id, container)
    if (!arranged) {
      return false
    }
    const { delivery, booking, last, known, is_served } = arranged
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

/** @returns null if nothing is to be arranged for the order any more */
async function arrange(
  order_id: string,
  container: MedusaContainer
): Promise<Arranged | null> {
  const windows = container.resolve(DELIVERY_WINDOW_MODULE)
  const delivery = (await loadDeliveries([order_id], container)).get(order_id)
  if (!delivery || delivery.is_canceled) {
    await releaseAll(
      delivery ? "order_canceled" : "order_deleted",
      order_id,
      delivery?.cart_id ?? null,
      container
    )
    return null
  }
  if (delivery.is_over) {
    return null
  }
  await confirmHeld(delivery, container)
  const all = await bookingsOf(order_id, delivery.cart_id, container)
  const booking =
    all.find((one) => one.order_id === order_id && isActiveBooking(one)) ?? null
  const templates = await templatesInUse(container, clockOf(container).now())
  const last = all.filter((one) => one !== booking).at(-1) ?? null
  // What was ordered while the shop had no windows is delivered without, unless
  // somebody asks already.
  const is_asked =
    all.length > 0 ||
    templates.some(({ on_since }) => on_since <= delivery.created_at) ||
    isOpen(await taskOfOrder(order_id, container))
  return {
    delivery,
    booking: booking && (await flagChanged(booking, delivery, container)),
    last,
    known: await windows.readKnownDelivery(order_id),
    is_served:
      is_asked &&
      templates.some((template) => serves(template, delivery.shipping_options)),
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
      units: window ? unitsFor(window, items, container) : held.units,
    },
    ahead_ms
  )
}

/** Notices that a booked order goes elsewhere, or in another way, than before. */
async function flagChanged(
  booking: Booking,
  { order_id, address, shipping_options }: Delivery,
  container: MedusaContainer
): Promise<Booking> {
  const windows = container.resolve(DELIVERY_WINDOW_MODULE)
  const now: KnownDelivery = {
    booking_id: booking.id,
    address,
    shipping_options: shipping_options
      .map(({ id }) => id)
      .sort()
      .join(" "),
  }
  const known = await windows.readKnownDelivery(order_id)
  const flag =
    known?.booking_id !== booking.id
      ? null
      : known.address !== now.address
        ? "address_changed"
        : known.shipping_options !== now.shipping_options
          ? "shipping_changed"
          : null
  if (flag) {
    await windows.flagBooking(booking.id, flag)
  }
  await windows.keepKnownDelivery(order_id, now)
  return flag ? { ...booking, flag } : booking
}

async function releaseAll(
  reason: string,
  order_id: string,
  cart_id: string | null,
  container: MedusaContainer
): Promise<void> {
  const windows = container.resolve(DELIVERY_WINDOW_MODULE)
  for (const booking of await bookingsOf(order_id, cart_id, container)) {
    if (isActiveBooking(booking)) {
      await windows.release(
        { booking_id: booking.id, reason, actor_id: null },
        aheadOf(clockOf(container))
      )
    }
  }
}

/** Those of an order and of the cart that it was, the first taken first. */
async function bookingsOf(
  order_id: string,
  cart_id: string | null,
  container: MedusaContainer
): Promise<Booking[]> {
  const windows = container.resolve(DELIVERY_WINDOW_MODULE)
  const own = await windows.readBookings({ order_ids: [order_id] })
  const held = await windows.readBookings({
    cart_ids: cart_id ? [cart_id] : [],
  })
  return [...held.filter((one) => one.order_id === null), ...own]
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
  booking ? `${booking.id} ${booking.window_id} ${booking.flag}` : ""
