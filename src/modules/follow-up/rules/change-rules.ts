import type { Sql } from "../../../postgres/sql"
import type { NamedOwnCode } from "../options/extensions"
import { changeRuleBook } from "./change-rule-book"
import { concernsTasks } from "./concerns-tasks"
import type { RuleChange } from "./rule-change"
import { insertRuleChange, lockRules } from "./rule-changes"
import type { RuleVersions } from "./rule-versions"
import type { FollowUpSettings } from "./settings"
import { storeRuleBook } from "./store-rule-book"

/**
 * Changes the rules, in the caller's transaction. Tasks that are open are moved
 * to them afterwards, by `moveTasks`.
 *
 * @param own_code - what a playbook may name of the shop's own code
 * @throws MedusaError where the change is not possible, saying why
 */
export async function changeRules(
  sql: Sql,
  rules: RuleVersions,
  change: RuleChange,
  actor_id: string | null,
  now: Date,
  settings: FollowUpSettings,
  own_code: NamedOwnCode
): Promise<void> {
  await lockRules(sql)
  const before = await rules.book(sql, now)
  const after = changeRuleBook(before, change, settings, own_code)
  await storeRuleBook(sql, before, after, actor_id, now)
  if (concernsTasks(before, after)) {
    await insertRuleChange(sql, actor_id, now)
  }
}
