import type { Task } from "../task/task"
import type { Sql } from "../../../postgres/sql"
import { TASK_COLUMNS, type TaskRow, toTask } from "../task/sql/task-row"

/**
 * Locks the tasks whose timer is due, earliest first, and their calls. What
 * somebody else has locked is left for the next tick. A wait is over at its time; a deadline
 * is missed right after it.
 *
 * The timer is locked too, so that a task whose timer another
 * instance has just advanced is not taken a second time.
 */
export async function lockDueTasks(
  sql: Sql,
  now: Date,
  limit: number
): Promise<Task[]> {
  const rows = await sql.execute<TaskRow[]>(
    `select ${TASK_COLUMNS.map((column) => `task.${column}`).join(", ")}
       from follow_up_timer as timer
       join follow_up_task as task on task.id = timer.task_id
       join follow_up_person as person on person.id = task.person_id
      where timer.fires_at <= ?
        and (timer.step = 'resume' or timer.fires_at < ?)
        and task.deleted_at is null
      order by timer.fires_at
      limit ?
        for update of person, task, timer skip locked`,
    [now, now, limit]
  )
  return rows.map(toTask)
}

/** A tick that comes every five seconds is never that late. */
const OVERDUE_AFTER_MS = 60_000

/**
 * Timers that should have fired more than a minute ago. One that was set only
 * then, as for an order that the reconciler found late, could not fire before.
 */
export async function countOverdue(sql: Sql, now: Date): Promise<number> {
  const since = new Date(now.getTime() - OVERDUE_AFTER_MS)
  const [row] = await sql.execute<{ overdue: number }[]>(
    `select count(*)::int as overdue
       from follow_up_timer as timer
       join follow_up_task as task on task.id = timer.task_id
      where timer.fires_at < ?
        and timer.updated_at < ?
        and task.deleted_at is null`,
    [since, since]
  )
  return row?.overdue ?? 0
}
