import { MedusaError } from "@medusajs/framework/utils"
import {
  type CannedAnswer,
  type CannedAnswerContent,
  parseCannedAnswer,
} from "./scripts/canned-answer"
import { firstAnswers } from "./scripts/first-answers"
import type { ScriptLanguage } from "./scripts/plugin-scripts"
import {
  deleteCannedAnswer,
  insertCannedAnswer,
  selectCannedAnswers,
  updateCannedAnswer,
} from "./sql/canned-answers"
import { lockRules } from "./sql/rule-changes"
import type { Sql } from "./sql/sql"
import { setMark } from "./sql/watermarks"

/** Everything that a shop may change about its canned answers. */
export type CannedAnswerChange =
  | { kind: "create"; content: CannedAnswerContent }
  | { kind: "update"; id: string; content: Partial<CannedAnswerContent> }
  | { kind: "delete"; id: string }

/**
 * Changes the canned answers, under the lock of the rules: a name that is free
 * stays free until it is taken.
 *
 * @param types - the task types that there are
 * @returns the id of the one that was changed
 * @throws MedusaError NOT_FOUND for an unknown one, INVALID_DATA for a value
 * that is not what it may be
 */
export async function changeCannedAnswers(
  sql: Sql,
  change: CannedAnswerChange,
  types: readonly string[],
  now: Date
): Promise<string> {
  await lockRules(sql)
  const stored = await selectCannedAnswers(sql)
  if (change.kind === "create") {
    const taken = stored.map(({ name }) => name)
    return await insertCannedAnswer(
      sql,
      parseCannedAnswer(change.content, taken, types),
      now
    )
  }
  const before = answerWith(change.id, stored)
  if (change.kind === "delete") {
    await deleteCannedAnswer(sql, before.id, now)
    return before.id
  }
  const { name, types: offered_for, texts } = before
  const taken = stored.filter(({ id }) => id !== before.id)
  await updateCannedAnswer(
    sql,
    before.id,
    parseCannedAnswer(
      { name, types: offered_for, texts, ...change.content },
      taken.map(({ name }) => name),
      types
    ),
    now
  )
  return before.id
}

/**
 * Brings the answers that a shop begins with, once: what the shop deletes or
 * edits afterwards stays so.
 */
export async function seedCannedAnswers(
  sql: Sql,
  language: ScriptLanguage,
  now: Date
): Promise<void> {
  if (await setMark(sql, "canned_answers", now)) {
    for (const answer of firstAnswers(language)) {
      await insertCannedAnswer(sql, answer, now)
    }
  }
}

/** @throws MedusaError NOT_FOUND for an unknown id */
export function answerWith(
  id: string,
  answers: readonly CannedAnswer[]
): CannedAnswer {
  const answer = answers.find((answer) => answer.id === id)
  if (!answer) {
    throw new MedusaError(
      MedusaError.Types.NOT_FOUND,
      `Canned answer with id: ${id} was not found`
    )
  }
  return answer
}
