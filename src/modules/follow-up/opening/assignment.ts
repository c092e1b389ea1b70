import type { Sql } from "../../../postgres/sql"

/**
 * Allows one assignment at a time, until the transaction ends: two concurrent
 * ones would both count before either assigns, and exceed a person's limit.
 */
export async function lockAssignment(sql: Sql): Promise<void> {
  await sql.execute(
    `select pg_advisory_xact_lock(hashtext('follow_up_assignment'))`
  )
}

/** The number of calls that each of these users has: persons, not tasks. */
export async function countCallsOfUsers(
  sql: Sql,
  user_ids: string[]
): Promise<Map<string, number>> {
  if (user_ids.length === 0) {
    return new Map()
  }
  const rows = await sql.execute<{ user_id: string; active: string }[]>(
    `select wanted.user_id,
            (select count(distinct person_id)
               from follow_up_task
              where assignee_id = wanted.user_id
                and status in ('open', 'waiting')
                and deleted_at is null) as active
       from (values ${user_ids.map(() => "(?::text)").join(", ")})
         as wanted (user_id)`,
    user_ids
  )
  return new Map(rows.map(({ user_id, active }) => [user_id, Number(active)]))
}

/** The user who last tried to reach this person, or closed a task of theirs. */
export async function selectLastAgent(
  sql: Sql,
  person_id: string
): Promise<string | null> {
  const [row] = await sql.execute<{ actor_id: string }[]>(
    `select activity.actor_id
       from follow_up_task as task
       join follow_up_activity as activity on activity.task_id = task.id
      where task.person_id = ? and task.deleted_at is null
        and activity.kind in ('attempted', 'completed')
        and activity.actor_id is not null
      order by activity.occurred_at desc, activity.sequence desc
      limit 1`,
    [person_id]
  )
  return row?.actor_id ?? null
}

/** The user who got the last task of a playbook when several take turns. */
export async function selectTurn(
  sql: Sql,
  playbook_id: string
): Promise<string | null> {
  const [row] = await sql.execute<{ turn_user_id: string | null }[]>(
    `select turn_user_id from follow_up_playbook where id = ?`,
    [playbook_id]
  )
  return row?.turn_user_id ?? null
}

/**
 * Records whose turn it was. This is not a change of the playbook's definition.
 */
export async function updateTurn(
  sql: Sql,
  playbook_id: string,
  user_id: string
): Promise<void> {
  await sql.execute(
    `update follow_up_playbook set turn_user_id = ? where id = ?`,
    [user_id, playbook_id]
  )
}
