import { newId } from "../../../../postgres/new-id"
import type { AppliedAttempt } from "../apply"
import type { KeptMessage, MessageState } from "../message"
import type { Activity } from "../decide/decision"
import type { Sql } from "../../../../postgres/sql"

/** @returns its id */
export async function insertAttempt(
  sql: Sql,
  task_id: string,
  attempt: AppliedAttempt
): Promise<string> {
  const id = newId("futry")
  await sql.execute(
    `insert into follow_up_attempt
            (id, task_id, channel, outcome, note, call_back_at,
             attempted_at, actor_id, message, before)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?::jsonb)`,
    [
      id,
      task_id,
      attempt.channel,
      attempt.outcome,
      attempt.note,
      attempt.call_back_at,
      attempt.attempted_at,
      attempt.actor_id,
      attempt.message
        ? JSON.stringify({
            ...attempt.message,
            status: "pending",
            error: null,
          } satisfies KeptMessage)
        : null,
      JSON.stringify(attempt.before),
    ]
  )
  return id
}

/** Keeps with an attempt whether its message left the shop. */
export async function markMessage(
  sql: Sql,
  attempt_id: string,
  state: MessageState,
  now: Date
): Promise<void> {
  await sql.execute(
    `update follow_up_attempt
        set message = message || ?::jsonb, updated_at = ?
      where id = ? and message is not null`,
    [JSON.stringify(state), now, attempt_id]
  )
}

/** Marks an attempt as recorded by mistake. */
export async function markWithdrawn(
  sql: Sql,
  attempt_id: string,
  now: Date
): Promise<void> {
  await sql.execute(
    `update follow_up_attempt
        set withdrawn_at = ?, updated_at = ?
      where id = ?`,
    [now, now, attempt_id]
  )
}

/** An activity as stored. */
type NewActivity = Activity & {
  id: string
  task_id: string
  actor_id: string | null
}

export function newActivity(
  { kind, data, occurred_at, once }: Activity,
  task_id: string,
  actor_id: string | null
): NewActivity {
  const id = newId("fuact")
  return { id, task_id, kind, data, actor_id, occurred_at, once }
}

/**
 * @returns the ids of the stored ones: an activity that a task may have only
 * once, and already has, is not stored again
 */
export async function insertActivities(
  sql: Sql,
  activities: NewActivity[]
): Promise<Set<string>> {
  if (activities.length === 0) {
    return new Set()
  }
  const inserted = await sql.execute<{ id: string }[]>(
    `insert into follow_up_activity
            (id, task_id, kind, data, actor_id, occurred_at, once)
     select id, task_id, kind, data, actor_id, occurred_at, once
       from jsonb_to_recordset(?::jsonb)
         as given (id text, task_id text, kind text, data jsonb, actor_id text,
                   occurred_at timestamptz, once text)
         on conflict (task_id, once) where once is not null do nothing
  returning id`,
    [JSON.stringify(activities)]
  )
  return new Set(inserted.map(({ id }) => id))
}
