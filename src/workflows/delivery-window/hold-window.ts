import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { aheadOf, clockOf } from "../../clock"
import { DELIVERY_WINDOW_MODULE } from "../../modules/delivery-window"
import { FOLLOW_UP_MODULE } from "../../modules/follow-up"
import { Refusal } from "../../refusals"
import { bookedOrRefused } from "./refuse-booking"
import { serves } from "./served"
import { countedFor, LEAST_UNITS } from "./units"
import { cartToDeliver, heldFor } from "./windows-for-cart"

export type HoldWindowInput = { cart_id: string; window_id: string }

const holdDeliveryWindowStep = createStep(
  "hold-delivery-window",
  async ({ cart_id, window_id }: HoldWindowInput, { container }) => {
    const windows = container.resolve(DELIVERY_WINDOW_MODULE)
    const cart = await cartToDeliver(cart_id, container)
    const [window] = await windows.listWindows({ window_ids: [window_id] })
    if (!window) {
      throw new Refusal("window_not_found", { id: window_id }, ["window_id"])
    }
    if (!serves(window, cart.shipping_options)) {
      throw new Refusal("window_not_for_order", { was: window_id }, [
        "window_id",
      ])
    }
    const { hold_minutes } =
      container.resolve(FOLLOW_UP_MODULE).settings.delivery_windows
    const booking = bookedOrRefused(
      await windows.hold(
        {
          cart_id,
          window_id,
          units: countedFor(window, cart.items, container) ?? LEAST_UNITS,
          minutes: hold_minutes,
        },
        aheadOf(clockOf(container))
      ),
      window_id
    )
    return new StepResponse({ booking_id: booking.id })
  }
)

/**
 * Holds a place in a window for a cart, for as long as the option
 * `hold_minutes` says; held again, it is held for as long anew. A cart has one
 * place: it moves to another window only if there is a free one.
 *
 * @throws Refusal with the next window that has a free place in its values, if
 * this one is full or may not be booked any more; NOT_FOUND for an unknown cart
 * or window
 */
export const holdWindowWorkflow = createWorkflow(
  { name: "follow-ups-hold-window" },
  (input: HoldWindowInput) =>
    new WorkflowResponse(holdDeliveryWindowStep(input))
)

const releaseHeldDeliveryWindowStep = createStep(
  "release-held-delivery-window",
  async ({ cart_id }: { cart_id: string }, { container }) => {
    await cartToDeliver(cart_id, container)
    const held = await heldFor(cart_id, container)
    if (held) {
      await container
        .resolve(DELIVERY_WINDOW_MODULE)
        .release(
          { booking_id: held.id, reason: "given_up", actor_id: null },
          aheadOf(clockOf(container))
        )
    }
    return new StepResponse({ released: held !== null })
  }
)

/**
 * Gives back what is held for a cart; nothing if there is nothing.
 *
 * @throws NOT_FOUND for an unknown cart, NOT_ALLOWED for one that is an order
 */
export const releaseHoldWorkflow = createWorkflow(
  { name: "follow-ups-release-hold" },
  (input: { cart_id: string }) =>
    new WorkflowResponse(releaseHeldDeliveryWindowStep(input))
)
