import type { Sql } from "../../../postgres/sql"
import { hasSameKeys, personKeys } from "../contact/person"
import type { RuleVersions } from "../rules/rule-versions"
import { type CallState, stateOfCall } from "./decide/call"
import { isActive } from "./is-active"
import { lockPersonsOf, regroupPersons } from "./persons"
import { runEach } from "./run-each"
import { selectCalls, selectPersons } from "./sql/persons"
import { selectFirstOther } from "./sql/leads"
import type { Task } from "./task"
import { waitsForNumber } from "./waits-for-number"
import type { Change } from "./write-decisions"

/**
 * Makes one call of what each of these persons has open, after they turned out
 * to be one. Call it under `lockCalls`.
 */
export async function joinCalls(
  sql: Sql,
  person_ids: Iterable<string>,
  rules: RuleVersions,
  now: Date
): Promise<Change[]> {
  const calls = await selectCalls(sql, person_ids)
  return await join(
    sql,
    [...calls.values()]
      .filter((tasks) => tasks.length > 1)
      .map((tasks) => ({ tasks, state: stateOfCall(tasks) })),
    rules,
    now
  )
}

/**
 * Gives all that these persons have open what has changed for one task of it.
 * Call it under `lockCalls`.
 *
 * @param changed - by person
 */
export async function spreadOverCalls(
  sql: Sql,
  changed: ReadonlyMap<string, Partial<CallState>>,
  rules: RuleVersions,
  now: Date
): Promise<Change[]> {
  if (changed.size === 0) {
    return []
  }
  const calls = await selectCalls(sql, changed.keys())
  return await join(
    sql,
    [...calls].map(([person_id, tasks]) => ({
      tasks,
      state: changed.get(person_id) ?? {},
    })),
    rules,
    now
  )
}

/**
 * A task that has come to a call, because it is new, or open again: it joins
 * the task that leads the call, however many others there are. Only if the call
 * was nobody's and the task is somebody's, the others follow it.
 *
 * @param lead - as it was before the task came
 * @returns the task, if it changed, and what else did
 */
export async function joinLead(
  sql: Sql,
  task: Task,
  lead: Task,
  rules: RuleVersions,
  now: Date
): Promise<Change[]> {
  const state = {
    ...stateOfCall([lead, task]),
    ...(isHeld(lead) && heldAs(lead)),
  }
  const changes = await join(sql, [{ tasks: [task], state }], rules, now)
  return lead.assignee_id === state.assignee_id
    ? changes
    : [
        ...changes,
        ...(await spreadOverCalls(
          sql,
          new Map([[task.person_id, { assignee_id: state.assignee_id }]]),
          rules,
          now
        )),
      ]
}

/**
 * What a command on one task means for the others of its call, beyond what
 * `decideCall` decided for them: a task that is open again, or has got its
 * number, joins them, and whoever it is handed over to has them all.
 *
 * @returns what changed
 */
export async function keepTogether(
  sql: Sql,
  before: Task,
  after: Task,
  rules: RuleVersions,
  now: Date
): Promise<Change[]> {
  if (!isActive(after)) {
    return []
  }
  if (!isHeld(before) && isHeld(after)) {
    const lead = await selectFirstOther(sql, after)
    return lead ? await joinLead(sql, after, lead, rules, now) : []
  }
  return before.assignee_id === after.assignee_id
    ? []
    : await spreadOverCalls(
        sql,
        new Map([[after.person_id, { assignee_id: after.assignee_id }]]),
        rules,
        now
      )
}

/** What a task follows, whatever it was doing before. */
function heldAs(lead: Task): Pick<CallState, "ladder" | "waits"> {
  const { ladder, waits } = stateOfCall([lead])
  return { ladder, waits }
}

/** Whether a task waits when its call does. */
const isHeld = (task: Task): boolean => isActive(task) && !waitsForNumber(task)

/**
 * Follows a changed contact: the task may now be another person's, or show that
 * two persons are one.
 *
 * @returns whether any task is another person's now
 */
export async function followContact(
  sql: Sql,
  before: Task,
  after: Task,
  rules: RuleVersions,
  now: Date
): Promise<boolean> {
  if (hasSameKeys(before, after)) {
    return false
  }
  const keys = personKeys(after)
  // Nearly always locked before the task: see `lockContacts`.
  await lockPersonsOf(sql, keys)
  const found = await selectPersons(sql, keys, after.id)
  const { person_ids, is_changed } = await regroupPersons(
    sql,
    new Set([after.person_id, ...found.map(({ person_id }) => person_id)])
  )
  if (is_changed) {
    await joinCalls(sql, person_ids, rules, now)
  }
  return is_changed
}

async function join(
  sql: Sql,
  calls: readonly { tasks: readonly Task[]; state: Partial<CallState> }[],
  rules: RuleVersions,
  now: Date
): Promise<Change[]> {
  return await runEach(
    sql,
    calls.flatMap(({ tasks, state }) =>
      tasks.map((task) => ({ task, command: { kind: "join", call: state } }))
    ),
    rules,
    now
  )
}
