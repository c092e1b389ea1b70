import { Refusal } from "../../../refusals"
import { namedRecords } from "../rules/playbooks/named-records"
import type { Playbook } from "../rules/playbooks/playbook"
import {
  type AnswerVocabulary,
  type CannedAnswer,
  type CannedAnswerContent,
  parseCannedAnswer,
} from "./canned-answer"
import type { FollowUpSettings } from "../rules/settings"
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

/** Every change that a shop can make to its canned answers. */
export type CannedAnswerChange =
  | { kind: "create"; content: CannedAnswerContent }
  | { kind: "update"; id: string; content: Partial<CannedAnswerContent> }
  | { kind: "delete"; id: string }

/**
 * Changes the canned answers, under the lock of the rules, so that a free name
 * stays free until it is taken.
 *
 * @param known - the existing task types and script variables
 * @returns the id of the changed answer
 * @throws Refusal for an unknown one, for deleting one that a playbook names,
 * and for an invalid value
 */
export async function changeCannedAnswers(
  sql: Sql,
  change: CannedAnswerChange,
  known: AnswerVocabulary,
  now: Date
): Promise<string> {
  await lockRules(sql)
  const stored = await selectCannedAnswers(sql)
  if (change.kind === "create") {
    const taken = stored.map(({ name }) => name)
    return await insertCannedAnswer(
      sql,
      parseCannedAnswer(change.content, taken, known),
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
      known
    ),
    now
  )
  return before.id
}

/**
 * Adds the answers that a shop starts with, once, and those of each extension
 * when it is first there: those that the shop deletes or edits afterwards stay
 * so, and a name that the shop uses stays the shop's.
 */
export async function seedCannedAnswers(
  sql: Sql,
  settings: Pick<
    FollowUpSettings,
    "canned_answers" | "extensions" | "language"
  >,
  now: Date
): Promise<void> {
  await lockRules(sql)
  const added = new Set(
    settings.extensions.map(({ declaration }) => declaration.kind)
  )
  const seedOnce = async (watermark: string, isMeant: IsMeant) => {
    if (!(await watermarks.markDone(sql, watermark, now))) {
      return
    }
    const canned_answers = settings.canned_answers.filter(isMeant)
    const taken = (await selectCannedAnswers(sql)).map(({ name }) => name)
    for (const answer of firstAnswers({ ...settings, canned_answers })) {
      if (!taken.includes(answer.name)) {
        await insertCannedAnswer(sql, answer, now)
      }
    }
  }
  await seedOnce("canned_answers", ({ kind }) => !added.has(kind))
  for (const one of added) {
    await seedOnce(`canned_answers:${one}`, ({ kind }) => kind === one)
  }
}

type IsMeant = (answer: FollowUpSettings["canned_answers"][number]) => boolean

/** The answers that a shop starts with, named in its own language. */
export function firstAnswers({
  canned_answers,
  language,
}: Pick<
  FollowUpSettings,
  "canned_answers" | "language"
>): CannedAnswerContent[] {
  return canned_answers.map(({ label, texts, types }) => ({
    name: label[language] ?? label.en ?? Object.values(label)[0] ?? "",
    types,
    texts: { ...texts },
  }))
}

/** @throws Refusal that lists the playbooks that name it */
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
    throw new Refusal("canned_answer_in_use", {
      name,
      users: `${names} ${naming.length === 1 ? "says" : "say"}`,
      playbooks: naming.map((playbook) => playbook.name),
    })
  }
}

/** @throws Refusal for an unknown id */
export function answerWith(
  id: string,
  answers: readonly CannedAnswer[]
): CannedAnswer {
  const answer = answers.find((answer) => answer.id === id)
  if (!answer) {
    throw new Refusal("canned_answer_not_found", { id })
  }
  return answer
}
