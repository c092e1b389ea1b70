import type { LastAttempt } from "../decide/decision"
import type { KeptMessage } from "../message"
import { instant, instantOrNull, parseChanges } from "./task-row"
import type { Sql } from "../../../../postgres/sql"

type AttemptRow = Omit<
  LastAttempt,
  "call_back_at" | "attempted_at" | "withdrawn_at" | "before"
> & {
  call_back_at: string | null
  attempted_at: string
  withdrawn_at: string | null
  before: string
}

/** A message as it is sent; null if the attempt has none. */
export async function selectMessage(
  sql: Sql,
  attempt_id: string
): Promise<(KeptMessage & { customer_id: string | null }) | null> {
  const [row] = await sql.execute<
    { message: KeptMessage; customer_id: string | null }[]
  >(
    `select attempt.message, task.customer_id
       from follow_up_attempt attempt
       join follow_up_task task on task.id = attempt.task_id
      where attempt.id = ? and attempt.message is not null
        and attempt.withdrawn_at is null and attempt.deleted_at is null`,
    [attempt_id]
  )
  return row ? { ...row.message, customer_id: row.customer_id } : null
}

/** The state of the message that a task's last attempt sent. */
export async function selectLastMessage(
  sql: Sql,
  task_id: string
): Promise<KeptMessage | null> {
  return (await selectLastAttempt(sql, task_id))?.message ?? null
}

export async function selectLastAttempt(
  sql: Sql,
  task_id: string
): Promise<LastAttempt | null> {
  const [row] = await sql.execute<AttemptRow[]>(
    `select id, channel, outcome, note, call_back_at, attempted_at, actor_id,
            withdrawn_at, message, before::text,
            exists (
              select from follow_up_activity as activity
               where activity.task_id = attempt.task_id
                 and activity.kind = 'attempted'
                 and activity.occurred_at = attempt.attempted_at
                 and activity.actor_id is not distinct from attempt.actor_id
                 and activity.data ->> 'outcome' = attempt.outcome
                 and activity.data @> '{"by_deed": true}'
            ) as by_deed
       from follow_up_attempt as attempt
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
        withdrawn_at: instantOrNull(row.withdrawn_at),
        before: parseChanges(row.before),
      }
    : null
}

/** The last note, by itself or with what closed or reopened the task. */
export async function selectLastNote(
  sql: Sql,
  task_id: string
): Promise<{ note: string; actor_id: string | null; at: Date } | null> {
  const [row] = await sql.execute<
    { note: string; actor_id: string | null; at: string }[]
  >(
    `select data ->> 'note' as note, actor_id, occurred_at as at
       from follow_up_activity
      where task_id = ? and data ->> 'note' is not null
        and kind in ('assigned', 'waiting', 'noted', 'completed',
                     'canceled', 'reopened')
        and deleted_at is null
      order by sequence desc
      limit 1`,
    [task_id]
  )
  return row ? { ...row, at: instant(row.at) } : null
}

/** The timer steps that have fired, by task. */
export async function selectFiredSteps(
  sql: Sql,
  task_ids: string[]
): Promise<Map<string, Set<string>>> {
  const rows = await sql.execute<{ task_id: string; once: string }[]>(
    `select task_id, once
       from follow_up_activity
      where task_id in (select value from jsonb_array_elements_text(?::jsonb))
        and once is not null`,
    [JSON.stringify(task_ids)]
  )
  const fired = new Map(task_ids.map((id) => [id, new Set<string>()]))
  for (const { task_id, once } of rows) {
    fired.get(task_id)?.add(once)
  }
  return fired
}

/**
 * The latest attempts on these tasks, withdrawn ones apart. One that counted for
 * several tasks of a call is listed once: that with the message, if one was sent.
 *
 * @returns their ids, the newest first
 */
export async function selectAttemptsOfCalls(
  sql: Sql,
  task_ids: readonly string[],
  limit: number
): Promise<string[]> {
  const rows = await sql.execute<{ id: string }[]>(
    `select id
       from (select distinct on (attempted_at, actor_id, channel, outcome)
                    id, attempted_at
               from follow_up_attempt
              where task_id = any (array(
                      select value from jsonb_array_elements_text(?::jsonb)))
                and withdrawn_at is null and deleted_at is null
              order by attempted_at desc, actor_id, channel, outcome,
                       message is null, id) as once
      order by attempted_at desc, id desc
      limit ?`,
    [JSON.stringify(task_ids), limit]
  )
  return rows.map(({ id }) => id)
}
