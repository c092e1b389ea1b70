import { z } from "zod"
import type {
  AdminCreateFollowUpCannedAnswer,
  AdminFollowUpCannedAnswer,
} from "../../../src/api/admin/follow-ups/canned-answers/types"
import type { Text } from "../../i18n/use-text"

/** A canned answer being edited. */
export type AnswerValues = AdminCreateFollowUpCannedAnswer

export const ANSWER_FIELDS = [
  "name",
  "types",
  "texts",
] as const satisfies (keyof AnswerValues)[]

export const EMPTY: AnswerValues = { name: "", types: [], texts: {} }

/** Client-side validation of a canned answer. */
export const answerSchema = (t: Text) =>
  z.object({
    name: z.string().trim().min(1, t("settings.playbooks.problems.noName")),
    types: z.array(z.string()),
    texts: z
      .record(z.string(), z.string())
      .refine(
        (texts) => Object.keys(texts).length > 0,
        t("settings.cannedAnswers.noText")
      ),
  })

export function valuesOf({
  name,
  types,
  texts,
}: AdminFollowUpCannedAnswer): AnswerValues {
  return { name, types, texts }
}
