import { type Chosen, chooseAssignee } from "./choose-assignee"
import type { Playbook } from "../rules/playbooks/playbook"
import { countCallsOfUsers, selectLastAgent, selectTurn } from "./assignment"
import type { Sql } from "../../../postgres/sql"

/** Whether a playbook assigns its new tasks to anybody. */
export function assigns({ definition }: Pick<Playbook, "definition">): boolean {
  const { last_agent, user_ids } = definition.assignment
  return last_agent || user_ids.length > 0
}

/**
 * The assignee of a new task under its playbook, unless somebody has the call
 * that it joins; null leaves it unassigned.
 * Call it under `lockAssignment`, held until the task is stored.
 *
 * @param people - the existing users
 */
export async function chooseForNewTask(
  sql: Sql,
  person_id: string,
  playbook: Pick<Playbook, "id" | "definition">,
  people: ReadonlySet<string>
): Promise<Chosen | null> {
  const { assignment } = playbook.definition
  const last_agent = assignment.last_agent
    ? await selectLastAgent(sql, person_id)
    : null
  const candidates = [last_agent, ...assignment.user_ids].filter(
    (id) => id !== null
  )
  const active_calls = await countCallsOfUsers(
    sql,
    [...new Set(candidates)].filter((id) => people.has(id))
  )
  return chooseAssignee(assignment, {
    active_calls,
    last_agent,
    last_turn: await selectTurn(sql, playbook.id),
  })
}
