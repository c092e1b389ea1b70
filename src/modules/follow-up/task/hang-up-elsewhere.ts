import type { Sql } from "../../../postgres/sql"
import type { RuleVersions } from "../rules/rule-versions"
import { runEach } from "./run-each"
import { lockTasksCalledBy } from "./sql/lock-task"

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
  await runEach(
    sql,
    called.map((task) => ({ task, command: { kind: "hang_up" } })),
    rules,
    now,
    user_id
  )
}
