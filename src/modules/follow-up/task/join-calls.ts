import type { Sql } from "../../../postgres/sql"
import { keyText, personKeys } from "../contact/person"
import type { RuleVersions } from "../rules/rule-versions"
import { decide } from "./decide"
import { stateOfCall } from "./decide/call"
import { regroupPersons } from "./persons"
import { situationsOf } from "./situation-of"
import { lockCalls, selectPersons } from "./sql/persons"
import type { Task } from "./task"
import { type Change, decided, writeDecisions } from "./write-decisions"

/**
 * Makes one call of what each of these persons has open: what came last joins
 * what is under way.
 */
export async function joinCalls(
  sql: Sql,
  person_ids: readonly string[],
  rules: RuleVersions,
  now: Date
): Promise<Change[]> {
  const calls = new Map<string, Task[]>()
  for (const task of await lockCalls(sql, person_ids)) {
    calls.set(task.person_id, [...(calls.get(task.person_id) ?? []), task])
  }
  const several = [...calls.values()].filter((tasks) => tasks.length > 1)
  if (several.length === 0) {
    return []
  }
  const situationAt = await situationsOf(sql, several.flat(), rules, now)
  const decisions = several.flatMap((tasks) => {
    const call = stateOfCall(tasks)
    return tasks.flatMap((task) => {
      const { situation, taskRules } = situationAt(task)
      const decision = decide(situation, { kind: "join", call })
      return decision.activities.length > 0
        ? [decided(situation, decision, taskRules)]
        : []
    })
  })
  return await writeDecisions(sql, decisions, now)
}

/**
 * Follows a changed contact: the task may now be another person's, or show that
 * two persons are one.
 */
export async function followContact(
  sql: Sql,
  before: Task,
  after: Task,
  rules: RuleVersions,
  now: Date
): Promise<void> {
  const keys = personKeys(after)
  if (
    keys.map(keyText).join("\n") === personKeys(before).map(keyText).join("\n")
  ) {
    return
  }
  const found = await selectPersons(sql, keys, after.id)
  const persons = new Set([
    after.person_id,
    ...found.map(({ person_id }) => person_id),
  ])
  const regrouped = await regroupPersons(sql, [...persons])
  await joinCalls(sql, regrouped, rules, now)
}
