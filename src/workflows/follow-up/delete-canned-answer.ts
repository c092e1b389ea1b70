import { cannedAnswerWorkflow } from "./canned-answer-workflow"

export type DeleteCannedAnswerInput = { id: string }

/**
 * Deletes a canned answer.
 *
 * @throws NOT_ALLOWED if a playbook names it, saying which
 */
export const deleteCannedAnswerWorkflow =
  cannedAnswerWorkflow<DeleteCannedAnswerInput>(
    "follow-ups-delete-canned-answer",
    ({ id }) => ({ kind: "delete", id })
  )
