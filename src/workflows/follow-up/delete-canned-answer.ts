import { cannedAnswerWorkflow } from "./canned-answer-workflow"

export type DeleteCannedAnswerInput = { id: string }

/** Deletes a canned answer. What offered it offers none from then on. */
export const deleteCannedAnswerWorkflow =
  cannedAnswerWorkflow<DeleteCannedAnswerInput>(
    "follow-ups-delete-canned-answer",
    ({ id }) => ({ kind: "delete", id })
  )
