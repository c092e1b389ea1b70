import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { deleteCannedAnswerWorkflow } from "../../../../../workflows/follow-up/delete-canned-answer"
import { updateCannedAnswerWorkflow } from "../../../../../workflows/follow-up/update-canned-answer"
import { answerCannedAnswer } from "../answer-canned-answer"
import type {
  AdminFollowUpCannedAnswerDeleteResponse,
  AdminFollowUpCannedAnswerResponse,
} from "../types"
import type { UpdateCannedAnswer } from "../validators"
import { tellingRefusals } from "../../tell-refusals"

export const GET = tellingRefusals(
  async (
    { scope, params }: AuthenticatedMedusaRequest,
    response: MedusaResponse<AdminFollowUpCannedAnswerResponse>
  ) => {
    await answerCannedAnswer(params.id ?? "", scope, response)
  }
)

/** Changes a canned answer; omitted fields stay as they are. */
export const POST = tellingRefusals(
  async (
    {
      scope,
      params,
      validatedBody,
    }: AuthenticatedMedusaRequest<UpdateCannedAnswer>,
    response: MedusaResponse<AdminFollowUpCannedAnswerResponse>
  ) => {
    const id = params.id ?? ""
    await updateCannedAnswerWorkflow(scope).run({
      input: { ...validatedBody, id },
    })
    await answerCannedAnswer(id, scope, response)
  }
)

export const DELETE = tellingRefusals(
  async (
    { scope, params }: AuthenticatedMedusaRequest,
    response: MedusaResponse<AdminFollowUpCannedAnswerDeleteResponse>
  ) => {
    const id = params.id ?? ""
    await deleteCannedAnswerWorkflow(scope).run({ input: { id } })
    response.json({ id, object: "follow_up_canned_answer", deleted: true })
  }
)
