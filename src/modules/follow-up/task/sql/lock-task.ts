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
