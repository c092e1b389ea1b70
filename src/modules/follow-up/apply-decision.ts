import type { Decision } from "./decide/decision"
import { eventOf } from "./events"
import { armTimer } from "./sql/arm-timer"
import { insertActivity, insertAttempt } from "./sql/insert-history"
import { insertOutboxEvent } from "./sql/insert-outbox-event"
import type { Sql } from "./sql/sql"
import { updateTask } from "./sql/update-task"
import type { Task } from "./task"
import { nextTimerStep, type TimerStep } from "./timer-step"

/** What a change did, and the events that it left to be delivered. */
export type Change = { task: Task; event_ids: string[] }

/**
 * Writes a decision down, all of it in the caller's transaction: the task, its
 * history, its timer, and the events that leave after the commit.
 */
export async function applyDecision(
  sql: Sql,
  task: Task,
  decision: Decision,
  actor_id: string | null,
  fired: ReadonlySet<TimerStep>,
  now: Date
): Promise<Change> {
  const updated = await updateTask(sql, task, decision.changes, now)
  if (decision.attempt) {
    await insertAttempt(sql, task.id, decision.attempt)
  }

  const event_ids: string[] = []
  const nowFired = new Set(fired)
  for (const activity of decision.activities) {
    const inserted = await insertActivity(
      sql,
      task.id,
      activity,
      activity.once ? null : actor_id
    )
    if (!inserted) {
      continue
    }
    if (activity.kind === "target_missed" || activity.kind === "breached") {
      nowFired.add(activity.kind)
    }
    const event = eventOf(activity.kind, updated)
    if (event) {
      event_ids.push(await insertOutboxEvent(sql, event, now))
    }
  }
  await armTimer(sql, task.id, nextTimerStep(updated, nowFired), now)
  return { task: updated, event_ids }
}
