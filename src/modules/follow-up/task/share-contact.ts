import type { Sql } from "../../../postgres/sql"
import type { SharedKey } from "../contact/person"
import type { RuleVersions } from "../rules/rule-versions"
import { callingNow } from "./calling-now"
import { joinCalls } from "./join-calls"
import { regroupPersons } from "./persons"
import { runEach } from "./run-each"
import { deleteShared, insertShared } from "./sql/shared-contacts"
import { lockCallsOf, lockPersons } from "./sql/lock-calls"
import { selectCalls, selectPersonsWith } from "./sql/persons"

/**
 * Marks a number or an address as used by several people (an office, a pickup
 * point), or takes the mark back. Those whom only it had joined are several
 * persons from then on, each with a call of their own.
 *
 * @param task_id - the task from which this is said: whoever was on the phone
 *   for all of the call goes on with this one alone
 * @returns how many persons have it
 */
export async function shareContact(
  sql: Sql,
  key: SharedKey,
  is_shared: boolean,
  actor_id: string | null,
  rules: RuleVersions,
  now: Date,
  task_id: string | null
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
  if (task_id !== null) {
    await hangUpOthers(sql, person_ids, task_id, rules, now)
  }
  return person_ids.size
}

/** Ends what was one phone call with this task's, for all other persons. */
async function hangUpOthers(
  sql: Sql,
  person_ids: ReadonlySet<string>,
  task_id: string,
  rules: RuleVersions,
  now: Date
): Promise<void> {
  const calls = [...(await selectCalls(sql, person_ids)).values()]
  const stays = calls.flat().find(({ id }) => id === task_id)
  const calling = stays && callingNow(stays, now)
  if (!calling) {
    return
  }
  const { user_id, since } = calling
  const others = calls
    .flat()
    .filter(
      (task) =>
        task.person_id !== stays.person_id &&
        task.calling_by === user_id &&
        task.calling_since?.getTime() === since.getTime()
    )
  await runEach(
    sql,
    others.map((task) => ({ task, command: { kind: "hang_up" } })),
    rules,
    now,
    user_id
  )
}
