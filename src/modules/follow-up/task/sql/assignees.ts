import type { Sql } from "../../../../postgres/sql"

/** An open or waiting task, and its assignee. */
export type AssignedTask = { id: string; assignee_id: string }

/** The assignees of open and waiting tasks: one scan of the active tasks. */
export async function selectAssignees(sql: Sql): Promise<string[]> {
  const rows = await sql.execute<{ assignee_id: string }[]>(
    `select distinct assignee_id
       from follow_up_task
      where status in ('open', 'waiting') and assignee_id is not null
        and deleted_at is null`
  )
  return rows.map(({ assignee_id }) => assignee_id)
}

/** The open and waiting tasks of these users. */
export async function selectTasksAssignedTo(
  sql: Sql,
  user_ids: string[]
): Promise<AssignedTask[]> {
  if (user_ids.length === 0) {
    return []
  }
  return await sql.execute<AssignedTask[]>(
    `select id, assignee_id
       from follow_up_task
      where assignee_id in (${user_ids.map(() => "?").join(", ")})
        and status in ('open', 'waiting') and deleted_at is null
      order by id`,
    user_ids
  )
}
