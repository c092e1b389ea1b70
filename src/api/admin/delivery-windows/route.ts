import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { clockOf } from "../../../clock"
import { boardOf } from "../../../workflows/delivery-window/board"
import { deskToday } from "../../../workflows/desk/desk-today"
import { refuseWrongDate } from "../../../workflows/delivery-window/check-change"
import { isGranted, READ_ORDERS } from "../follow-ups/granted"
import { tellingRefusals } from "../follow-ups/tell-refusals"
import { presentBoard } from "./present-board"
import type { GetBoard } from "./templates/validators"
import type { AdminDeliveryBoardResponse } from "./types"

/** The windows of a day, and what goes out in each. */
export const GET = tellingRefusals(
  async (
    request: AuthenticatedMedusaRequest<unknown, GetBoard>,
    response: MedusaResponse<AdminDeliveryBoardResponse>
  ) => {
    const {
      scope,
      validatedQuery: { date: asked },
    } = request
    refuseWrongDate(asked ?? null, "date")
    const { today, time_zone } = await deskToday(scope)
    const date = asked ?? today
    const board = await boardOf(date, scope)
    const reads_orders = await isGranted(READ_ORDERS, request)
    response.json({
      date,
      today,
      time_zone,
      windows: presentBoard(board, reads_orders),
      backlog: board.backlog,
      knows_shortages: board.knows_shortages,
      reads_orders,
      now: clockOf(scope).now().toISOString(),
    })
  }
)
