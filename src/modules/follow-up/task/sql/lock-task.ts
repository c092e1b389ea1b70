import type { Task } from "../task"
import type { Sql } from "../../../../postgres/sql"
import { taskNotFound } from "../task-not-found"
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
    `select ${TASK_COLUMNS.map((column) => `task.${column}`).join(", ")}
       from follow_up_task as task
       join follow_up_person as person on person.id = task.person_id
      where task.calling_by = ? and task.person_id <> ?
        and task.deleted_at is null
      order by task.id
        for update of person, task skip locked`,
    [user_id, person_id]
  )
  return rows.map(toTask)
}

/**
 * Locks a task, and before it the call that it belongs to.
 *
 * @throws Refusal if there is no such task
 */
export async function lockTaskInCall(sql: Sql, id: string): Promise<Task> {
  for (;;) {
    const [person] = await sql.execute<{ id: string }[]>(
      `select person.id
         from follow_up_task as task
         join follow_up_person as person on person.id = task.person_id
        where task.id = ? and task.deleted_at is null
          for update of person`,
      [id]
    )
    const task = person && (await lockTask(sql, id))
    if (!task) {
      throw taskNotFound(id)
    }
    // Two persons may have become one while this waited for the lock.
    if (task.person_id === person.id) {
      return task
    }
  }
}
