import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { FOLLOW_UP_MODULE } from "../../../../modules/follow-up"
import { createCannedAnswerWorkflow } from "../../../../workflows/follow-up/create-canned-answer"
import { answerCannedAnswer, presentCannedAnswer } from "./answer-canned-answer"
import type {
  AdminFollowUpCannedAnswerListResponse,
  AdminFollowUpCannedAnswerResponse,
} from "./types"
import type { CreateCannedAnswer, ListCannedAnswers } from "./validators"
import { tellingRefusals } from "../tell-refusals"

/** The shop's canned answers, in the order in which they are offered. */
export const GET = tellingRefusals(
  async (
    {
      scope,
      validatedQuery,
    }: AuthenticatedMedusaRequest<unknown, ListCannedAnswers>,
    response: MedusaResponse<AdminFollowUpCannedAnswerListResponse>
  ) => {
    const { limit, offset } = validatedQuery
    const answers = await scope.resolve(FOLLOW_UP_MODULE).cannedAnswers()
    response.json({
      canned_answers: answers
        .slice(offset, offset + limit)
        .map(presentCannedAnswer),
      count: answers.length,
      limit,
      offset,
    })
  }
)

/** Adds a canned answer after the others. */
export const POST = tellingRefusals(
  async (
    { scope, validatedBody }: AuthenticatedMedusaRequest<CreateCannedAnswer>,
    response: MedusaResponse<AdminFollowUpCannedAnswerResponse>
  ) => {
    const { result } = await createCannedAnswerWorkflow(scope).run({
      input: validatedBody,
    })
    await answerCannedAnswer(result.id, scope, response)
  }
)
