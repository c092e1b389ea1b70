import type { Sql } from "../../../postgres/sql"
import type { RuleVersions } from "../rules/rule-versions"
import { decide } from "./decide"
import { situationsOf } from "./situation-of"
import { lockTasksCalledBy } from "./sql/lock-task"
import { decided, writeDecisions } from "./write-decisions"

/**
 * Whoever starts calling one person has ended the call before. A task that
 * somebody changes at this moment is left to run out: waiting for it could be
 * a deadlock.
 */
export async function hangUpElsewhere(
  sql: Sql,
  user_id: string,
  person_id: string,
  rules: RuleVersions,
  now: Date
): Promise<void> {
  const called = await lockTasksCalledBy(sql, user_id, person_id)
  if (called.length === 0) {
    return
  }
  const situationAt = await situationsOf(sql, called, rules, now)
  const decisions = called.flatMap((task) => {
    const { situation, taskRules } = situationAt(task)
    const actual = { ...situation, actor_id: user_id }
    const decision = decide(actual, { kind: "hang_up" })
    return decision.activities.length > 0
      ? [decided(actual, decision, taskRules)]
      : []
  })
  await writeDecisions(sql, decisions, now)
}
