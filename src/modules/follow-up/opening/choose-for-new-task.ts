import { type Chosen, chooseAssignee } from "./choose-assignee"
import type { Playbook } from "../rules/playbooks/playbook"
import { countTasksOfUsers, selectLastAgent, selectTurn } from "./assignment"
import type { Sql } from "../../../postgres/sql"

/** Whether a playbook assigns its new tasks to anybody. */
export function assigns({ definition }: Pick<Playbook, "definition">): boolean {
  const { last_agent, user_ids } = definition.assignment
  return last_agent || user_ids.length > 0
}

/**
 * The assignee of a new task under its playbook; null leaves it unassigned.
 * Call it under `lockAssignment`, held until the task is stored.
 *
 * @param people - the existing users
 */
export async function chooseForNewTask(
  sql: Sql,
  { customer_id }: { customer_id: string | null },
  playbook: Pick<Playbook, "id" | "definition">,
  people: ReadonlySet<string>
): Promise<Chosen | null> {
  const { assignment } = playbook.definition
  const last_agent =
    assignment.last_agent && customer_id
      ? await selectLastAgent(sql, customer_id)
      : null
  const candidates = [last_agent, ...assignment.user_ids].filter(
    (id) => id !== null
  )
  const active_tasks = await countTasksOfUsers(
    sql,
    [...new Set(candidates)].filter((id) => people.has(id))
  )
  return chooseAssignee(assignment, {
    active_tasks,
    last_agent,
    last_turn: await selectTurn(sql, playbook.id),
  })
}
