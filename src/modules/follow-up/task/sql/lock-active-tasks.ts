import type { Task } from "../task"
import type { Sql } from "../../../../postgres/sql"
import { TASK_COLUMNS, type TaskRow, toTask } from "./task-row"

/** Locks open and waiting tasks in the order of their ids. */
export async function lockActiveTasks(
  sql: Sql,
  after: string,
  limit: number
): Promise<Task[]> {
  return await readTasks(sql, `${ACTIVE_TASKS} for update`, after, limit)
}

/** The same tasks, without locks. */
export async function selectActiveTasks(
  sql: Sql,
  after: string,
  limit: number
): Promise<Task[]> {
  return await readTasks(sql, ACTIVE_TASKS, after, limit)
}

const ACTIVE_TASKS = `
  select ${TASK_COLUMNS.join(", ")}
    from follow_up_task
   where status in ('open', 'waiting') and deleted_at is null and id > ?
   order by id
   limit ?`

async function readTasks(
  sql: Sql,
  statement: string,
  after: string,
  limit: number
): Promise<Task[]> {
  const rows = await sql.execute<TaskRow[]>(statement, [after, limit])
  return rows.map(toTask)
}
