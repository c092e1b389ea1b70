import type { CannedAnswerContent } from "../../modules/follow-up"
import { cannedAnswerWorkflow } from "./canned-answer-workflow"

export type CreateCannedAnswerInput = CannedAnswerContent

/**
 * Adds a canned answer after the others.
 *
 * @throws INVALID_DATA that names the field, or a script's line and column
 */
export const createCannedAnswerWorkflow =
  cannedAnswerWorkflow<CreateCannedAnswerInput>(
    "follow-ups-create-canned-answer",
    (content) => ({ kind: "create", content })
  )
