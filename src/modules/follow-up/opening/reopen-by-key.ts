import type { Sql } from "../../../postgres/sql"
import type { RuleVersions } from "../rules/rule-versions"
import type { Command } from "../task/decide/command"
import { isActive } from "../task/is-active"
import type { OpenRequest } from "../task/open-request"
import { runCommand } from "../task/run-command"
import { selectTasksOf } from "../task/sql/select-task"
import type { Change } from "../task/write-decisions"

/**
 * Reopens the closed task of a key that was requested again, if the request or
 * its type says so: a shortage that returns is work again. The task gets the
 * request's data.
 *
 * @returns null if nothing was reopened
 */
export async function reopenByKey(
  sql: Sql,
  request: OpenRequest,
  rules: RuleVersions,
  now: Date
): Promise<Change | null> {
  const { dedupe_key, data } = request
  if (dedupe_key === null || !reopens(request, rules)) {
    return null
  }
  const [task] = await selectTasksOf(sql, { dedupe_key: [dedupe_key] })
  if (!task || isActive(task)) {
    return null
  }
  const run = (command: Command) =>
    runCommand(
      sql,
      { task_id: task.id, command, actor_id: null },
      rules,
      now,
      async () => []
    )
  const updated = data ? await run({ kind: "update", data }) : null
  const reopened = await run({ kind: "reopen", note: null })
  return {
    ...reopened,
    event_ids: [...(updated?.event_ids ?? []), ...reopened.event_ids],
  }
}

/** Whose the tasks are that these requests would reopen, if they are closed. */
export async function selectPersonsOfKeys(
  sql: Sql,
  requests: readonly { request: OpenRequest }[],
  rules: RuleVersions
): Promise<string[]> {
  const keys = requests.flatMap(({ request }) =>
    reopens(request, rules) ? (request.dedupe_key ?? []) : []
  )
  const tasks = await selectTasksOf(sql, { dedupe_key: keys })
  return tasks.map(({ person_id }) => person_id)
}

function reopens({ type, if_closed }: OpenRequest, rules: RuleVersions) {
  return (if_closed ?? rules.typeOf(type).when_key_returns) === "reopen"
}
