import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { aheadOf, clockOf } from "../../clock"
import { DELIVERY_WINDOW_MODULE } from "../../modules/delivery-window"
import { FOLLOW_UP_MODULE } from "../../modules/follow-up"
import { reportError } from "../desk/report-error"
import { customerAnswered } from "../follow-up/record-deed"
import { arrangeNow } from "./arrange-later"
import { orderAndWindow } from "./book-window"
import { bookingOfToken } from "./delivery-for-customer"
import { bookedOrRefused } from "./refuse-booking"
import { unitsToMove } from "./units"

const moveDeliveryBookingByCustomerStep = createStep(
  "move-delivery-booking-by-customer",
  async (
    { token, window_id }: { token: string; window_id: string },
    { container }
  ) => {
    const held = await bookingOfToken(token, container)
    const { order_id } = held
    const { delivery, window } = await orderAndWindow(
      { order_id, window_id },
      container
    )
    const { most_moves } =
      container.resolve(FOLLOW_UP_MODULE).settings.delivery_windows
    const booking = bookedOrRefused(
      await container.resolve(DELIVERY_WINDOW_MODULE).move(
        {
          booking_id: held.id,
          window_id,
          units: await unitsToMove(held, window, delivery.items, container),
          agreed_by: "customer",
          actor_id: null,
          most_moves,
        },
        aheadOf(clockOf(container))
      ),
      window_id
    )
    await arrangeNow(order_id, container)
    // The window is moved, whatever becomes of this.
    await customerAnswered(order_id, { needs_call: false }, container).catch(
      (error: unknown) =>
        reportError(
          `the call about ${order_id} does not know that its customer moved the window`,
          error,
          container
        )
    )
    return new StepResponse({ booking_id: booking.id })
  }
)

/**
 * Moves a booking as its customer asks by the link: until the window's cut-off,
 * and as often as the option `most_moves` says. Their call no longer waits for
 * their reply.
 *
 * @throws NOT_FOUND for a token that was not signed here; NOT_ALLOWED once it
 * may not be moved any more, or to that window
 */
export const moveByCustomerWorkflow = createWorkflow(
  { name: "follow-ups-move-by-customer" },
  (input: { token: string; window_id: string }) =>
    new WorkflowResponse(moveDeliveryBookingByCustomerStep(input))
)
