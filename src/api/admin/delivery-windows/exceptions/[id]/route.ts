import type { AuthenticatedMedusaRequest } from "@medusajs/framework/http"
import { tellingRefusals } from "../../../follow-ups/tell-refusals"
import type { DryRunOrNot } from "../../../follow-ups/validators"
import { answerChange, type AnswerToChange } from "../../templates/change"
import type { SaveException } from "../../templates/validators"

/** Changes what differs on a date. */
export const POST = tellingRefusals(
  async (
    request: AuthenticatedMedusaRequest<SaveException, DryRunOrNot>,
    response: AnswerToChange
  ) => {
    const { validatedBody, params } = request
    await answerChange(
      {
        kind: "save_exception",
        exception: { ...validatedBody, id: params.id ?? "" },
      },
      request,
      response
    )
  }
)

/** Deletes what differs on a date. */
export const DELETE = tellingRefusals(
  async (
    request: AuthenticatedMedusaRequest<unknown, DryRunOrNot>,
    response: AnswerToChange
  ) => {
    await answerChange(
      { kind: "remove_exception", id: request.params.id ?? "" },
      request,
      response
    )
  }
)
