import type { Sql } from "../../../postgres/sql"
import type { SharedKey } from "../contact/person"
import type { RuleVersions } from "../rules/rule-versions"
import { joinCalls } from "./join-calls"
import { regroupPersons } from "./persons"
import { deleteShared, insertShared } from "./sql/shared-contacts"
import { lockCallsOf, lockPersons } from "./sql/lock-calls"
import { selectPersonsWith } from "./sql/persons"

/**
 * Marks a number or an address as used by several people (an office, a pickup
 * point), or takes the mark back. Those whom only it had joined are several
 * persons from then on, each with a call of their own.
 *
 * @returns how many persons have it
 */
export async function shareContact(
  sql: Sql,
  key: SharedKey,
  is_shared: boolean,
  actor_id: string | null,
  rules: RuleVersions,
  now: Date
): Promise<number> {
  // Nobody else gets it meanwhile.
  await lockPersons(sql, [key])
  const persons = await lockCallsOf(sql, () => selectPersonsWith(sql, key))
  const is_changed = is_shared
    ? await insertShared(sql, key, actor_id, now)
    : await deleteShared(sql, key)
  if (!is_changed) {
    return persons.length
  }
  const { person_ids } = await regroupPersons(sql, persons)
  await joinCalls(sql, person_ids, rules, now)
  return person_ids.size
}
