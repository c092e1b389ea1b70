import type { ArmedStep } from "../timer-step"
import type { Sql } from "./sql"

/** Sets the one step that the clock does next to a task, or none. */
export async function armTimer(
  sql: Sql,
  task_id: string,
  next: ArmedStep | null,
  now: Date
): Promise<void> {
  if (next === null) {
    await sql.execute(`delete from follow_up_timer where task_id = ?`, [
      task_id,
    ])
    return
  }
  await sql.execute(
    `insert into follow_up_timer (task_id, step, fires_at, created_at, updated_at)
     values (?, ?, ?, ?, ?)
         on conflict (task_id) do update
        set step = excluded.step,
            fires_at = excluded.fires_at,
            updated_at = excluded.updated_at`,
    [task_id, next.step, next.fires_at, now, now]
  )
}

/** Lets the same step fire later. */
export async function postponeTimer(
  sql: Sql,
  task_id: string,
  fires_at: Date,
  now: Date
): Promise<void> {
  await sql.execute(
    `update follow_up_timer
        set fires_at = ?, updated_at = ?
      where task_id = ?`,
    [fires_at, now, task_id]
  )
}
