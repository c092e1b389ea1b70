import { Refusal, refusalOf, rule } from "../../../refusals"
import { z } from "@medusajs/framework/zod"
import { isActive } from "../task/is-active"
import { parseTexts } from "../rules/playbooks/parse-playbook"
import type { Fallback } from "../../../desk/playbook"
import { textsSchema } from "../rules/playbooks/playbook-schema"
import type { DeclaredDesk } from "../rules/settings"
import { ruleName } from "../rules/rule-name"
import type { Task } from "../task/task"

/** What a canned answer says. */
export type CannedAnswerContent = {
  name: string
  /** The task types that it is offered for; none means all. */
  types: string[]
  /** Liquid, by language. */
  texts: Record<string, string>
}

/** A text that is sent to customers again and again. */
export type CannedAnswer = CannedAnswerContent & {
  id: string
  /** In the order in which they are offered. */
  position: number
  created_at: Date
  updated_at: Date
}

/** What there is in this shop that a canned answer may name. */
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
 * A canned answer, checked as a whole.
 *
 * @param others - the names of the shop's other canned answers
 * @param known - the task types that there are, and what a text may say
 * @throws Refusal that names the field which is wrong, what
 * it was and what it may be
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
 * one that its playbook names for then comes first, of whatever type it is.
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
