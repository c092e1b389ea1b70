import type { Sql } from "../../../postgres/sql"
import type { SharedKey } from "../contact/person"
import type { RuleVersions } from "../rules/rule-versions"
import { joinCalls } from "./join-calls"
import { regroupPersons } from "./persons"
import {
  deleteShared,
  insertShared,
  lockCalls,
  lockPersons,
  selectPersonsWith,
} from "./sql/persons"

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
  const persons = await lockPersonsWith(sql, key)
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

/**
 * Locks the calls of whoever has this number or address, and keeps others from
 * getting it.
 */
async function lockPersonsWith(sql: Sql, key: SharedKey): Promise<string[]> {
  await lockPersons(sql, [key])
  let locked: string[] = []
  for (;;) {
    const persons = await selectPersonsWith(sql, key)
    // Two persons may become one while this waits for their locks.
    if (persons.every((id) => locked.includes(id))) {
      return persons
    }
    await lockCalls(sql, persons)
    locked = persons
  }
}
