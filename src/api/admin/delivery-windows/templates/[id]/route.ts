import type { AuthenticatedMedusaRequest } from "@medusajs/framework/http"
import { tellingRefusals } from "../../../follow-ups/tell-refusals"
import type { DryRunOrNot } from "../../../follow-ups/validators"
import { answerChange, type AnswerToChange } from "../change"
import type { SaveTemplate } from "../validators"

/** Changes a template; what is booked keeps its time. */
export const POST = tellingRefusals(
  async (
    request: AuthenticatedMedusaRequest<SaveTemplate, DryRunOrNot>,
    response: AnswerToChange
  ) => {
    const { validatedBody, params } = request
    await answerChange(
      {
        kind: "save_template",
        template: { ...validatedBody, id: params.id ?? "" },
      },
      request,
      response
    )
  }
)

/** Deletes a template; what is booked stands. */
export const DELETE = tellingRefusals(
  async (
    request: AuthenticatedMedusaRequest<unknown, DryRunOrNot>,
    response: AnswerToChange
  ) => {
    await answerChange(
      { kind: "remove_template", id: request.params.id ?? "" },
      request,
      response
    )
  }
)
