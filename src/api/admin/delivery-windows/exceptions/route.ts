import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { DELIVERY_WINDOW_MODULE } from "../../../../modules/delivery-window"
import { deskToday } from "../../../../workflows/desk/desk-today"
import { tellingRefusals } from "../../follow-ups/tell-refusals"
import type { ListPage } from "../../follow-ups/validators"
import { answerChange } from "../templates/change"
import type {
  AdminDeliveryWindowChangeResponse,
  AdminDeliveryWindowExceptionListResponse,
} from "../templates/types"
import type { SaveException } from "../templates/validators"

const LAST_DATE = "9999-12-31"

/** The dates from today on whose windows are not the usual ones. */
export const GET = tellingRefusals(
  async (
    {
      scope,
      validatedQuery: { limit, offset },
    }: AuthenticatedMedusaRequest<unknown, ListPage>,
    response: MedusaResponse<AdminDeliveryWindowExceptionListResponse>
  ) => {
    const { today } = await deskToday(scope)
    const exceptions = await scope
      .resolve(DELIVERY_WINDOW_MODULE)
      .listExceptions({ from: today, to: LAST_DATE })
    response.json({
      exceptions: exceptions.slice(offset, offset + limit),
      count: exceptions.length,
      limit,
      offset,
    })
  }
)

/** Adds a date that differs. */
export const POST = tellingRefusals(
  async (
    request: AuthenticatedMedusaRequest<SaveException>,
    response: MedusaResponse<AdminDeliveryWindowChangeResponse>
  ) => {
    await answerChange(
      { kind: "save_exception", exception: request.validatedBody },
      request,
      response
    )
  }
)
