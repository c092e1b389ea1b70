import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { aheadOf, clockOf } from "../../../../clock"
import { DELIVERY_WINDOW_MODULE } from "../../../../modules/delivery-window"
import { tellingRefusals } from "../../follow-ups/tell-refusals"
import type { AdminDeliveryBacklogResponse } from "../texts/types"
import type { ListBacklog } from "../message-validators"

/** Bookings that are past, and of which nobody knows what became. */
export const GET = tellingRefusals(
  async (
    { scope, validatedQuery }: AuthenticatedMedusaRequest<unknown, ListBacklog>,
    response: MedusaResponse<AdminDeliveryBacklogResponse>
  ) => {
    const module = scope.resolve(DELIVERY_WINDOW_MODULE)
    const { count, booking_ids } = await module.readBacklog(
      validatedQuery.limit,
      aheadOf(clockOf(scope))
    )
    const found = await module.readBookings({ booking_ids })
    response.json({
      count,
      bookings: booking_ids.flatMap((id) => {
        const booking = found.find((each) => each.id === id)
        return booking &&
          (booking.status === "confirmed" || booking.status === "late")
          ? [
              {
                id,
                order_id: booking.order_id,
                window_id: booking.window_id,
                status: booking.status,
                expected_at: booking.expected_at?.toISOString() ?? null,
              },
            ]
          : []
      }),
    })
  }
)
