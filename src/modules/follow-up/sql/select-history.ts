import type { Attempt } from "../decide/decision"
import type { TimerStep } from "../timer-step"
import { instant, instantOrNull } from "./task-row"
import type { Sql } from "./sql"

type AttemptRow = Omit<Attempt, "call_back_at" | "attempted_at"> & {
  call_back_at: string | null
  attempted_at: string
}

export async function selectLastAttempt(
  sql: Sql,
  task_id: string
): Promise<Attempt | null> {
  const [row] = await sql.execute<AttemptRow[]>(
    `select channel, outcome, note, call_back_at, attempted_at, actor_id
       from follow_up_attempt
      where task_id = ? and deleted_at is null
      order by attempted_at desc, id desc
      limit 1`,
    [task_id]
  )
  return row
    ? {
        ...row,
        attempted_at: instant(row.attempted_at),
        call_back_at: instantOrNull(row.call_back_at),
      }
    : null
}

export async function selectLastNote(
  sql: Sql,
  task_id: string
): Promise<{ note: string; actor_id: string | null; at: Date } | null> {
  const [row] = await sql.execute<
    { note: string; actor_id: string | null; at: string }[]
  >(
    `select data ->> 'note' as note, actor_id, occurred_at as at
       from follow_up_activity
      where task_id = ? and kind = 'noted' and deleted_at is null
      order by sequence desc
      limit 1`,
    [task_id]
  )
  return row ? { ...row, at: instant(row.at) } : null
}

/** The steps of the clock that have fired for a task. */
export async function selectFiredSteps(
  sql: Sql,
  task_id: string
): Promise<Set<TimerStep>> {
  const rows = await sql.execute<{ kind: TimerStep }[]>(
    `select kind
       from follow_up_activity
      where task_id = ? and kind in ('target_missed', 'breached')
        and deleted_at is null`,
    [task_id]
  )
  return new Set(rows.map(({ kind }) => kind))
}
