import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { clockOf } from "../../../clock"
import { boardOf, deskToday } from "../../../workflows/delivery-window/board"
import { refuseWrongDate } from "../../../workflows/delivery-window/check-change"
import { tellingRefusals } from "../follow-ups/tell-refusals"
import { presentBoard } from "./present-board"
import type { GetBoard } from "./templates/validators"
import type { AdminDeliveryBoardResponse } from "./types"

/** The windows of a day, and what goes out in each. */
export const GET = tellingRefusals(
  async (
    {
      scope,
      validatedQuery: { date: asked },
    }: AuthenticatedMedusaRequest<unknown, GetBoard>,
    response: MedusaResponse<AdminDeliveryBoardResponse>
  ) => {
    refuseWrongDate(asked ?? null, "date")
    const { today, time_zone } = await deskToday(scope)
    const date = asked ?? today
    const board = await boardOf(date, scope)
    response.json({
      date,
      today,
      time_zone,
      windows: presentBoard(board),
      backlog: board.backlog,
      now: clockOf(scope).now().toISOString(),
    })
  }
)
