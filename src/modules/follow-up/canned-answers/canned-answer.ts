import { Refusal, refusalOf, rule } from "../../../refusals"
import { z } from "@medusajs/framework/zod"
import { isActive } from "../task/is-active"
import { parseTexts } from "../rules/playbooks/parse-playbook"
import type { Fallback } from "../../../desk/playbook"
import { textsSchema } from "../rules/playbooks/playbook-schema"
import type { DeclaredDesk } from "../rules/settings"
import { ruleName } from "../rules/rule-name"
import type { Task } from "../task/task"

/** The editable content of a canned answer. */
export type CannedAnswerContent = {
  name: string
  /** The task types that it is offered for; empty means all. */
  types: string[]
  /** Liquid, by language. */
  texts: Record<string, string>
}

/** A text that the shop sends to customers again and again. */
export type CannedAnswer = CannedAnswerContent & {
  id: string
  /** In the order in which they are offered. */
  position: number
  created_at: Date
  updated_at: Date
}

/** The names that a canned answer of this shop may refer to. */
export type AnswerVocabulary = Pick<DeclaredDesk, "types" | "script_variables">

const contentSchema = z.strictObject({
  name: z.string(rule("wrong_kind", { expected: "a text" })),
  types: z.array(
    z.string(rule("wrong_kind", { expected: "a task type" })),
    rule("wrong_kind", {
      expected:
        'a list of task types such as ["confirm_order"]; an empty one means all',
    })
  ),
  texts: textsSchema,
})

/**
 * Validates a canned answer.
 *
 * @param others - the names of the shop's other canned answers
 * @param known - the existing task types and script variables
 * @throws Refusal that names the invalid field, its value and the allowed ones
 */
export function parseCannedAnswer(
  given: unknown,
  others: readonly string[],
  { types: declared, script_variables }: AnswerVocabulary
): CannedAnswerContent {
  const parsed = contentSchema.safeParse(given)
  if (!parsed.success) {
    throw refusalOf(parsed.error, given, "canned answer")
  }
  const { name, types, texts } = parsed.data
  types.forEach((type, index) => {
    if (!declared.has(type)) {
      const allowed = [...declared.keys()]
      throw new Refusal("not_one_of", { was: type, allowed }, ["types", index])
    }
  })
  const said = parseTexts(texts, [], "texts", script_variables)
  if (Object.keys(said).length === 0) {
    throw new Refusal("no_text", {}, ["texts"])
  }
  return {
    name: ruleName(name, others, "canned answer"),
    types: [...new Set(types)],
    texts: said,
  }
}

/**
 * The answers that may be sent for a task. Once its attempts are used up, the
 * one that its playbook names as the fallback comes first, whatever its types.
 *
 * @param fallback - of the playbook that the task runs under
 */
export function offeredAnswers<
  TAnswer extends Pick<CannedAnswer, "id" | "types">,
>(
  answers: readonly TAnswer[],
  task: Pick<Task, "type" | "status" | "fallback">,
  fallback: Fallback
): (TAnswer & { for_now: boolean })[] {
  const named =
    isActive(task) && task.fallback === "message_customer"
      ? fallback.canned_answer_id
      : null
  return [
    ...answers
      .filter(({ id }) => id === named)
      .map((answer) => ({ ...answer, for_now: true })),
    ...answers
      .filter(({ id, types }) => id !== named && isFor(task.type, types))
      .map((answer) => ({ ...answer, for_now: false })),
  ]
}

function isFor(type: string, types: readonly string[]): boolean {
  return types.length === 0 || types.includes(type)
}
