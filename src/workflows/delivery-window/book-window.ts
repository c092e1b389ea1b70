import type { MedusaContainer } from "@medusajs/framework/types"
import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { aheadOf, clockOf } from "../../clock"
import {
  type AgreedBy,
  type AgreedOnCall,
  type Booking,
  type BookingResult,
  type BookRequest,
  DELIVERY_WINDOW_MODULE,
  type DeliveryWindowModuleService,
  isActiveBooking,
  type Window,
} from "../../modules/delivery-window"
import { newId } from "../../postgres/new-id"
import { Refusal, refuseUnstorable } from "../../refusals"
import { type Delivery, loadDeliveries } from "../../shop/deliveries"
import { loadOrders } from "../../shop/orders"
import { reportError } from "../desk/report-error"
import { refuseDeedDuringCall } from "../follow-up/refuse-deed-during-call"
import { tellCallOfWindow } from "./agreed-on-call"
import { arrangeNow } from "./arrange-later"
import { wayTo } from "./messages/tell-customer"
import { bookedOrRefused } from "./refuse-booking"
import { serves } from "./served"
import { countedFor, LEAST_UNITS, unitsToMove } from "./units"

export type BookWindowInput = {
  order_id: string
  window_id: string
  /** The user who agreed on it with the customer; null for a program. */
  actor_id: string | null
  /** Books although the window is full. */
  overbook_reason?: string | null
  /**
   * Whether the user agreed on it with the customer in the call: that reached
   * them, for all that the call is about. Who moves a booking on the board or on
   * the order's page closes its tasks in their name and has called nobody.
   */
  on_call?: boolean
  /** Do it although somebody else is calling the customer at this moment. */
  despite_call?: boolean
}

export type MoveBookingInput = BookWindowInput & {
  /**
   * `agent`, if omitted: agreed with the customer on the phone. `shop`: the
   * customer was not asked, so not `on_call`, and is told by a message.
   */
  agreed_by?: Exclude<AgreedBy, "customer">
}

/** @throws Refusal `booking_not_found` */
export async function bookingOfOrder(
  order_id: string,
  container: MedusaContainer
): Promise<Booking> {
  const bookings = await container
    .resolve(DELIVERY_WINDOW_MODULE)
    .readBookings({ order_ids: [order_id] })
  const booking = bookings.find(isActiveBooking)
  if (!booking) {
    throw new Refusal("booking_not_found", { order_id }, ["order_id"])
  }
  return booking
}

/**
 * An order and a window that goes with how it is delivered.
 *
 * @throws Refusal unless there are both, and the order is yet to be delivered
 */
export async function orderAndWindow(
  { order_id, window_id }: Pick<BookWindowInput, "order_id" | "window_id">,
  container: MedusaContainer
): Promise<{ delivery: Delivery; window: Window }> {
  const delivery = (await loadDeliveries([order_id], container)).get(order_id)
  if (!delivery) {
    throw new Refusal("order_not_found", { id: order_id }, ["order_id"])
  }
  if (delivery.is_canceled || delivery.is_over) {
    throw new Refusal("order_not_delivered", {}, ["order_id"])
  }
  const [window] = await container
    .resolve(DELIVERY_WINDOW_MODULE)
    .listWindows({ window_ids: [window_id] })
  if (!window) {
    throw new Refusal("window_not_found", { id: window_id }, ["window_id"])
  }
  if (!serves(window, delivery.shipping_options)) {
    throw new Refusal("window_not_for_order", { was: window_id }, ["window_id"])
  }
  return { delivery, window }
}

/**
 * Refuses to move a window behind the back of a customer.
 *
 * @throws Refusal `customer_not_told` if no message can reach them
 */
async function refuseSilence(
  order_id: string,
  container: MedusaContainer
): Promise<void> {
  const [order] = (await loadOrders([order_id], container)).values()
  const way = order && (await wayTo("agreed", order, container))
  if (way && "not_sent" in way) {
    throw new Refusal("customer_not_told", { reason: way.not_sent }, [
      "agreed_by",
    ])
  }
}

/**
 * Takes a place in a window.
 *
 * @param take - gets the window, and what of the order takes up room in it
 * @throws Refusal that says why there is none
 */
async function agreeOn(
  { agreed_by = "agent", ...input }: MoveBookingInput,
  container: MedusaContainer,
  take: (
    place: Omit<BookRequest, "order_id" | "units">,
    goods: { window: Window; items: Delivery["items"] },
    windows: DeliveryWindowModuleService,
    ahead_ms: number
  ) => Promise<BookingResult>
): Promise<StepResponse<{ booking_id: string }>> {
  refuseUnstorable(input)
  const { order_id, window_id, actor_id, overbook_reason, on_call } = input
  if (agreed_by === "shop" && on_call) {
    throw new Refusal(
      "left_out_unless",
      { was: on_call, other: "agreed_by", value: '"agent"' },
      ["on_call"]
    )
  }
  const { delivery, window } = await orderAndWindow(input, container)
  if (agreed_by === "shop") {
    await refuseSilence(order_id, container)
  } else {
    await refuseDeedDuringCall(input, container)
  }
  const windows = container.resolve(DELIVERY_WINDOW_MODULE)
  const item_id = newId("dwout")
  const is_told = on_call === true && actor_id !== null
  const taken = await take(
    {
      window_id,
      agreed_by,
      actor_id,
      overbook_reason: overbook_reason ?? undefined,
      on_call: is_told ? { item_id, at: clockOf(container).now() } : undefined,
    },
    { window, items: delivery.items },
    windows,
    aheadOf(clockOf(container))
  )
  const { id: booking_id } = bookedOrRefused(taken, window_id)
  const agreed = is_told && { order_id, booking_id, user_id: actor_id }
  if (!agreed || !(await tellCallNow(item_id, agreed, container))) {
    await arrangeNow(order_id, container)
  }
  return new StepResponse({ booking_id })
}

/**
 * The window is booked, whatever becomes of this: a tick tries it again.
 *
 * @returns whether it succeeded
 */
async function tellCallNow(
  item_id: string,
  agreed: AgreedOnCall,
  container: MedusaContainer
): Promise<boolean> {
  try {
    await tellCallOfWindow(agreed, container)
    await container.resolve(DELIVERY_WINDOW_MODULE).forgetMessages([item_id])
    return true
  } catch (error) {
    reportError(
      `the call about ${agreed.order_id} does not know yet that a window was agreed on`,
      error,
      container
    )
    return false
  }
}

const bookDeliveryWindowStep = createStep(
  "book-delivery-window",
  async (input: BookWindowInput, { container }) =>
    await agreeOn(input, container, async (place, goods, windows, ahead_ms) => {
      const { order_id } = input
      const units =
        countedFor(goods.window, goods.items, container) ?? LEAST_UNITS
      return await windows.book({ ...place, order_id, units }, ahead_ms)
    })
)

/**
 * Books a window for an order, as agreed with the customer on the phone. The
 * order's task is completed. The same again is the same booking.
 *
 * @throws Refusal with the next window that has a free place in its values, if
 * this one is full or may not be booked any more; NOT_ALLOWED if somebody else is
 * calling the customer, or the order has another window, or is over; NOT_FOUND for an unknown order or window
 * @example
 * await bookWindowWorkflow(container).run({
 *   input: { order_id, window_id, actor_id: null },
 * })
 */
export const bookWindowWorkflow = createWorkflow(
  { name: "follow-ups-book-window" },
  (input: BookWindowInput) =>
    new WorkflowResponse(bookDeliveryWindowStep(input))
)

const moveDeliveryBookingStep = createStep(
  "move-delivery-booking",
  async (input: MoveBookingInput, { container }) =>
    await agreeOn(input, container, async (place, goods, windows, ahead_ms) => {
      const booking = await bookingOfOrder(input.order_id, container)
      const units = await unitsToMove(
        booking,
        goods.window,
        goods.items,
        container
      )
      return await windows.move(
        { ...place, booking_id: booking.id, units },
        ahead_ms
      )
    })
)

/**
 * Moves an order's booking to another window: as agreed with the customer, or by
 * the shop. The customer is told by a message either way.
 *
 * @throws as `bookWindowWorkflow`; NOT_FOUND if the order has no window;
 * NOT_ALLOWED if the shop moves it and no message can reach the customer;
 * INVALID_DATA if it does so `on_call`
 */
export const moveBookingWorkflow = createWorkflow(
  { name: "follow-ups-move-booking" },
  (input: MoveBookingInput) =>
    new WorkflowResponse(moveDeliveryBookingStep(input))
)

export type ReleaseBookingInput = {
  order_id: string
  /** Why, for the history. */
  reason: string
  actor_id: string | null
}

const releaseDeliveryBookingStep = createStep(
  "release-delivery-booking",
  async (input: ReleaseBookingInput, { container }) => {
    refuseUnstorable(input)
    const { order_id, reason, actor_id } = input
    const { id } = await bookingOfOrder(order_id, container)
    const released = await container
      .resolve(DELIVERY_WINDOW_MODULE)
      .release(
        { booking_id: id, reason, actor_id },
        aheadOf(clockOf(container))
      )
    const booking = bookedOrRefused(released, id, ["order_id"])
    await arrangeNow(order_id, container)
    return new StepResponse({ booking_id: booking.id })
  }
)

/**
 * Gives an order's place back. If the courier still brings the order, its task
 * asks for another window.
 *
 * @throws NOT_FOUND if the order has no window
 */
export const releaseBookingWorkflow = createWorkflow(
  { name: "follow-ups-release-booking" },
  (input: ReleaseBookingInput) =>
    new WorkflowResponse(releaseDeliveryBookingStep(input))
)
