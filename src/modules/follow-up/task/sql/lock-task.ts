import type { Task } from "../task"
import type { Sql } from "../../../../postgres/sql"
import { TASK_COLUMNS, type TaskRow, toTask } from "./task-row"

/** Locks the task's row until the transaction ends. */
export async function lockTask(sql: Sql, id: string): Promise<Task | null> {
  const [row] = await sql.execute<TaskRow[]>(
    `select ${TASK_COLUMNS.join(", ")}
       from follow_up_task
      where id = ? and deleted_at is null
        for update`,
    [id]
  )
  return row ? toTask(row) : null
}

/**
 * Locks the tasks of other persons whom this user is calling, without those
 * that another transaction has locked.
 */
export async function lockTasksCalledBy(
  sql: Sql,
  user_id: string,
  person_id: string
): Promise<Task[]> {
  const rows = await sql.execute<TaskRow[]>(
    `select ${TASK_COLUMNS.join(", ")}
       from follow_up_task
      where calling_by = ? and person_id <> ? and deleted_at is null
      order by id
        for update skip locked`,
    [user_id, person_id]
  )
  return rows.map(toTask)
}

/**
 * Locks a task and whatever else its person has open, in the order of their
 * ids, until the transaction ends.
 *
 * @returns the task, and the others; null if there is no such task
 */
export async function lockCallOf(
  sql: Sql,
  id: string
): Promise<{ task: Task; others: Task[] } | null> {
  const rows = await sql.execute<TaskRow[]>(
    `select ${TASK_COLUMNS.join(", ")}
       from follow_up_task
      where deleted_at is null
        and (id = ?
             or (status in ('open', 'waiting')
                 and person_id = (select person_id from follow_up_task
                                   where id = ?)))
      order by id
        for update`,
    [id, id]
  )
  const tasks = rows.map(toTask)
  const task = tasks.find((one) => one.id === id)
  if (!task) {
    return null
  }
  const others = tasks.filter((one) => one !== task)
  // Two persons may have become one while this waited for their locks.
  return others.every(({ person_id }) => person_id === task.person_id)
    ? { task, others }
    : await lockCallOf(sql, id)
}
