import type { MedusaResponse } from "@medusajs/framework/http"
import type { MedusaContainer } from "@medusajs/framework/types"
import {
  answerWith,
  type CannedAnswer,
  FOLLOW_UP_MODULE,
} from "../../../../modules/follow-up"
import type {
  AdminFollowUpCannedAnswer,
  AdminFollowUpCannedAnswerResponse,
} from "./types"

/**
 * Responds with the current state of a canned answer.
 *
 * @throws Refusal for an unknown id
 */
export async function answerCannedAnswer(
  id: string,
  container: MedusaContainer,
  response: MedusaResponse<AdminFollowUpCannedAnswerResponse>
): Promise<void> {
  const followUp = container.resolve(FOLLOW_UP_MODULE)
  const found = answerWith(id, await followUp.cannedAnswers())
  response.json({ canned_answer: presentCannedAnswer(found) })
}

export function presentCannedAnswer(
  answer: CannedAnswer
): AdminFollowUpCannedAnswer {
  return {
    ...answer,
    created_at: answer.created_at.toISOString(),
    updated_at: answer.updated_at.toISOString(),
  }
}
