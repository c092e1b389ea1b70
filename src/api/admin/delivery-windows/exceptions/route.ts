import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { DELIVERY_WINDOW_MODULE } from "../../../../modules/delivery-window"
import { deskToday } from "../../../../workflows/desk/desk-today"
import { tellingRefusals } from "../../follow-ups/tell-refusals"
import type { DryRunOrNot, ListPage } from "../../follow-ups/validators"
import { answerChange, type AnswerToChange } from "../templates/change"
import type { AdminDeliveryWindowExceptionListResponse } from "../templates/types"
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
    const windows = scope.resolve(DELIVERY_WINDOW_MODULE)
    const exceptions = await windows.listExceptions({
      from: today,
      to: LAST_DATE,
    })
    const listed = exceptions.slice(offset, offset + limit)
    const excess = await windows.countOver(listed.map(({ date }) => date))
    response.json({
      exceptions: listed.map((exception) => ({
        ...exception,
        over: excess
          .filter(
            ({ local_date, template_id }) =>
              local_date === exception.date &&
              (exception.template_id ?? template_id) === template_id
          )
          .reduce((sum, { over }) => sum + over, 0),
      })),
      count: exceptions.length,
      limit,
      offset,
    })
  }
)

/** Adds a date that differs. */
export const POST = tellingRefusals(
  async (
    request: AuthenticatedMedusaRequest<SaveException, DryRunOrNot>,
    response: AnswerToChange
  ) => {
    await answerChange(
      { kind: "save_exception", exception: request.validatedBody },
      request,
      response
    )
  }
)
