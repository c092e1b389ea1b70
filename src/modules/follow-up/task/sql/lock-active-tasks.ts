import type { Task } from "../task"
import { lockCallsOf } from "./lock-calls"
import type { Sql } from "../../../../postgres/sql"
import { TASK_COLUMNS, type TaskRow, toTask } from "./task-row"

/** Some of the open and waiting tasks, locked. */
type LockedPage = {
  tasks: Task[]
  /** Those of them that lead their calls. */
  leading: ReadonlySet<string>
  /** Where the next page begins; null after the last one. */
  next: string | null
}

/** Locks open and waiting tasks in the order of their ids, and their calls. */
export async function lockActiveTasks(
  sql: Sql,
  after: string,
  limit: number
): Promise<LockedPage> {
  const page = await selectActiveTasks(sql, after, limit)
  const ids = JSON.stringify(page.map(({ id }) => id))
  await lockCallsOf(sql, async () => {
    const persons = await sql.execute<{ person_id: string }[]>(
      `select distinct person_id
         from follow_up_task
        where id in (select value from jsonb_array_elements_text(?::jsonb))`,
      [ids]
    )
    return persons.map(({ person_id }) => person_id)
  })
  const rows = await sql.execute<(TaskRow & { leads: boolean })[]>(
    `select leads, ${TASK_COLUMNS.join(", ")}
       from follow_up_task
      where id in (select value from jsonb_array_elements_text(?::jsonb))
        and status in ('open', 'waiting') and deleted_at is null
      order by id
        for update`,
    [ids]
  )
  return {
    tasks: rows.map(({ leads: _, ...row }) => toTask(row)),
    leading: new Set(rows.flatMap(({ id, leads }) => (leads ? id : []))),
    next: page.length < limit ? null : (page.at(-1)?.id ?? null),
  }
}

/** The same tasks, without locks. */
export async function selectActiveTasks(
  sql: Sql,
  after: string,
  limit: number
): Promise<Task[]> {
  const rows = await sql.execute<TaskRow[]>(
    `select ${TASK_COLUMNS.join(", ")}
       from follow_up_task
      where status in ('open', 'waiting') and deleted_at is null and id > ?
      order by id
      limit ?`,
    [after, limit]
  )
  return rows.map(toTask)
}
