import { generateEntityId } from "@medusajs/framework/utils"
import type { Activity, Attempt } from "../decide/decision"
import type { Sql } from "./sql"

export async function insertAttempt(
  sql: Sql,
  task_id: string,
  attempt: Attempt
): Promise<void> {
  await sql.execute(
    `insert into follow_up_attempt
            (id, task_id, channel, outcome, note, call_back_at,
             attempted_at, actor_id)
     values (?, ?, ?, ?, ?, ?, ?, ?)`,
    [
      generateEntityId(undefined, "futry"),
      task_id,
      attempt.channel,
      attempt.outcome,
      attempt.note,
      attempt.call_back_at,
      attempt.attempted_at,
      attempt.actor_id,
    ]
  )
}

/** @returns false where the task has this activity already, and may not twice */
export async function insertActivity(
  sql: Sql,
  task_id: string,
  activity: Activity,
  actor_id: string | null
): Promise<boolean> {
  const inserted = await sql.execute<{ id: string }[]>(
    `insert into follow_up_activity
            (id, task_id, kind, data, actor_id, occurred_at, once)
     values (?, ?, ?, ?, ?, ?, ?)
         on conflict (task_id, once) where once is not null do nothing
  returning id`,
    [
      generateEntityId(undefined, "fuact"),
      task_id,
      activity.kind,
      JSON.stringify(activity.data),
      actor_id,
      activity.occurred_at,
      activity.once,
    ]
  )
  return inserted.length === 1
}
