import { MedusaError } from "@medusajs/framework/utils"
import { namedRecords } from "../rules/playbooks/named-records"
import type { Playbook } from "../rules/playbooks/playbook"
import {
  type CannedAnswer,
  type CannedAnswerContent,
  parseCannedAnswer,
} from "./canned-answer"
import { firstAnswers } from "./first-answers"
import type { ScriptLanguage } from "../scripts/plugin-scripts"
import {
  deleteCannedAnswer,
  insertCannedAnswer,
  selectCannedAnswers,
  updateCannedAnswer,
} from "./canned-answers"
import { selectPlaybooks } from "../rules/playbooks/playbooks"
import { lockRules } from "../rules/rule-changes"
import type { Sql } from "../../../postgres/sql"
import { watermarks } from "../tables"

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
 * @throws MedusaError NOT_FOUND for an unknown one, NOT_ALLOWED for deleting one
 * that a playbook names, INVALID_DATA for a value that is not what it may be
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
    refuseWhileNamed(before, await selectPlaybooks(sql))
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
  if (await watermarks.markDone(sql, "canned_answers", now)) {
    for (const answer of firstAnswers(language)) {
      await insertCannedAnswer(sql, answer, now)
    }
  }
}

/** @throws MedusaError NOT_ALLOWED that says which playbooks name it */
function refuseWhileNamed(
  { id, name }: CannedAnswer,
  playbooks: readonly Playbook[]
): void {
  const naming = playbooks.filter(({ definition }) =>
    namedRecords(definition).some(
      (record) => record.kind === "canned_answer" && record.id === id
    )
  )
  if (naming.length > 0) {
    const names = naming
      .map(({ name, type }) => `playbook "${name}" of ${type}`)
      .join(" and ")
    throw new MedusaError(
      MedusaError.Types.NOT_ALLOWED,
      `Canned answer "${name}" is to be sent once the attempts are used up, as ${names} ${naming.length === 1 ? "says" : "say"}: choose another one there first`
    )
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
