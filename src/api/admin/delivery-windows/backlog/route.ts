import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { listBacklog } from "../../../../workflows/delivery-window/backlog"
import { isGranted, READ_ORDERS } from "../../follow-ups/granted"
import { tellingRefusals } from "../../follow-ups/tell-refusals"
import type { ListBacklog } from "../message-validators"
import { presentUnheard } from "../present-board"
import type { AdminDeliveryBacklogResponse } from "../texts/types"

/** Bookings that are past, and of which nobody knows what became. */
export const GET = tellingRefusals(
  async (
    request: AuthenticatedMedusaRequest<unknown, ListBacklog>,
    response: MedusaResponse<AdminDeliveryBacklogResponse>
  ) => {
    const { unheard, ...backlog } = await listBacklog(
      request.validatedQuery.limit,
      request.scope
    )
    const reads_orders = await isGranted(READ_ORDERS, request)
    response.json({
      ...backlog,
      bookings: unheard.map((one) => presentUnheard(one, reads_orders)),
    })
  }
)
