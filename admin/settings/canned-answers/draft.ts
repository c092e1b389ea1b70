import type {
  AdminCreateFollowUpCannedAnswer,
  AdminFollowUpCannedAnswer,
} from "../../../src/api/admin/follow-ups/canned-answers/types"

/** A canned answer while it is edited. */
export type AnswerDraft = AdminCreateFollowUpCannedAnswer

export type AnswerProblem = "noName" | "noText"

export const EMPTY: AnswerDraft = { name: "", types: [], texts: {} }

export function answerDraft(answer: AdminFollowUpCannedAnswer): AnswerDraft {
  const { name, types, texts } = answer
  return { name, types, texts }
}

export function isAnswerChanged(draft: AnswerDraft, saved: AnswerDraft) {
  return (
    draft.name !== saved.name ||
    [...draft.types].sort().join(" ") !== [...saved.types].sort().join(" ") ||
    [
      ...new Set([...Object.keys(draft.texts), ...Object.keys(saved.texts)]),
    ].some((language) => draft.texts[language] !== saved.texts[language])
  )
}

export function answerProblems({ name, texts }: AnswerDraft): AnswerProblem[] {
  return [
    ...(name.trim() === "" ? (["noName"] as const) : []),
    ...(Object.keys(texts).length === 0 ? (["noText"] as const) : []),
  ]
}
