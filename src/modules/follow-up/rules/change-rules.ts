import type { Sql } from "../../../postgres/sql"
import { changeRuleBook } from "./change-rule-book"
import { concernsTasks } from "./concerns-tasks"
import type { RuleChange } from "./rule-change"
import { insertRuleChange, lockRules } from "./rule-changes"
import type { RuleVersions } from "./rule-versions"
import { storeRuleBook } from "./store-rule-book"

/**
 * Changes the rules, in the caller's transaction. `moveTasks` then moves open
 * tasks to them.
 *
 * @throws Refusal if the change is not possible, saying why
 */
export async function changeRules(
  sql: Sql,
  rules: RuleVersions,
  change: RuleChange,
  actor_id: string | null,
  now: Date
): Promise<void> {
  await lockRules(sql)
  const before = await rules.book(sql, now)
  const after = changeRuleBook(before, change, rules.settings)
  await storeRuleBook(sql, before, after, actor_id, now)
  if (concernsTasks(before, after)) {
    await insertRuleChange(sql, actor_id, now)
  }
}
