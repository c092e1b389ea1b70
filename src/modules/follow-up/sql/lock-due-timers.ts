import type { TimerStep } from "../timer-step"
import type { Sql } from "./sql"

/**
 * The timers that are due, earliest first, with their tasks locked. A task
 * that somebody else is working on is left for the next tick. A wait is over at
 * its time; a deadline is missed right after.
 *
 * The lock is on the task and not on the timer, as every command takes it
 * first: two locks taken in two orders would be a deadlock.
 */
export async function lockDueTimers(
  sql: Sql,
  now: Date,
  limit: number
): Promise<{ task_id: string; step: TimerStep }[]> {
  return await sql.execute<{ task_id: string; step: TimerStep }[]>(
    `select timer.task_id, timer.step
       from follow_up_timer as timer
       join follow_up_task as task on task.id = timer.task_id
      where timer.fires_at <= ?
        and (timer.step = 'resume' or timer.fires_at < ?)
        and task.deleted_at is null
      order by timer.fires_at
      limit ?
        for update of task skip locked`,
    [now, now, limit]
  )
}
