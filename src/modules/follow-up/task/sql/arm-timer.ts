import type { ArmedStep } from "../clock/timer-step"
import type { Sql } from "../../../../postgres/sql"

/** A task's next timer step, or none. */
type NextStep = { task_id: string; next: ArmedStep | null }

/** Sets the timers of tasks. */
export async function armTimers(
  sql: Sql,
  steps: NextStep[],
  now: Date
): Promise<void> {
  const over = steps.filter(({ next }) => next === null)
  if (over.length > 0) {
    await sql.execute(
      `delete from follow_up_timer
        where task_id in (select value from jsonb_array_elements_text(?::jsonb))`,
      [JSON.stringify(over.map(({ task_id }) => task_id))]
    )
  }
  const armed = steps.flatMap(({ task_id, next }) =>
    next ? [{ task_id, step: next.step, fires_at: next.fires_at }] : []
  )
  if (armed.length > 0) {
    await sql.execute(
      `insert into follow_up_timer (task_id, step, fires_at, created_at, updated_at)
       select task_id, step, fires_at, ?::timestamptz, ?::timestamptz
         from jsonb_to_recordset(?::jsonb)
           as armed (task_id text, step text, fires_at timestamptz)
           on conflict (task_id) do update
          set step = excluded.step,
              fires_at = excluded.fires_at,
              updated_at = excluded.updated_at`,
      [now, now, JSON.stringify(armed)]
    )
  }
}

/** Postpones the same steps. */
export async function postponeTimers(
  sql: Sql,
  task_ids: string[],
  fires_at: Date,
  now: Date
): Promise<void> {
  if (task_ids.length === 0) {
    return
  }
  await sql.execute(
    `update follow_up_timer
        set fires_at = ?, updated_at = ?
      where task_id in (select value from jsonb_array_elements_text(?::jsonb))`,
    [fires_at, now, JSON.stringify(task_ids)]
  )
}
