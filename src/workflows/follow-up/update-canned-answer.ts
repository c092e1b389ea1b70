import type { CannedAnswerContent } from "../../modules/follow-up"
import { cannedAnswerWorkflow } from "./canned-answer-workflow"

export type UpdateCannedAnswerInput = Partial<CannedAnswerContent> & {
  id: string
}

/**
 * Changes a canned answer; omitted fields stay as they are.
 *
 * @throws INVALID_DATA that names the field, or a script's line and column
 */
export const updateCannedAnswerWorkflow =
  cannedAnswerWorkflow<UpdateCannedAnswerInput>(
    "follow-ups-update-canned-answer",
    ({ id, ...content }) => ({ kind: "update", id, content })
  )
