import type { Task } from "../task"
import type { CalendarReference } from "./calendars"
import type { Sql } from "./sql"
import { TASK_COLUMNS, type TaskRow, toTask } from "./task-row"

export async function selectTask(sql: Sql, id: string): Promise<Task | null> {
  const [row] = await sql.execute<TaskRow[]>(
    `select ${TASK_COLUMNS.join(", ")}
       from follow_up_task
      where id = ? and deleted_at is null`,
    [id]
  )
  return row ? toTask(row) : null
}

export async function selectTasksOf(
  sql: Sql,
  of: { order_id: string[] } | { customer_id: string[] }
): Promise<Task[]> {
  const [column, ids] =
    "order_id" in of
      ? ["order_id", of.order_id]
      : ["customer_id", of.customer_id]
  if (ids.length === 0) {
    return []
  }
  const rows = await sql.execute<TaskRow[]>(
    `select ${TASK_COLUMNS.join(", ")}
       from follow_up_task
      where ${column} in (${ids.map(() => "?").join(", ")})
        and deleted_at is null
      order by opened_at, id`,
    ids
  )
  return rows.map(toTask)
}

/** The versions of calendars that open tasks run under. */
export async function selectOpenCalendars(
  sql: Sql
): Promise<CalendarReference[]> {
  return await sql.execute<CalendarReference[]>(
    `select distinct calendar_id, calendar_version
       from follow_up_task
      where status = 'open' and deleted_at is null`
  )
}
