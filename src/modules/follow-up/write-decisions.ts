import type { Decision, Situation } from "./decide/decision"
import { eventOf } from "./events"
import type { OutboxItem } from "./outbox"
import type { TaskRules } from "./rules"
import { armTimers } from "./sql/arm-timer"
import {
  insertActivities,
  insertAttempt,
  newActivityId,
} from "./sql/insert-history"
import { insertOutbox } from "./sql/insert-outbox"
import type { Sql } from "./sql/sql"
import { updateTasks } from "./sql/update-tasks"
import type { Task } from "./task"
import { type ArmedStep, nextTimerStep } from "./timer-step"

/** What a change did, and what it left to be delivered. */
export type Change = { task: Task; event_ids: string[] }

/** A decision on a task that is locked, and what it was made from. */
export type Decided = {
  task: Task
  decision: Decision
  actor_id: string | null
  /** What the clock does next to the task. */
  next: ArmedStep | null
}

/**
 * A decision that is ready to be written down.
 *
 * @param rules - what the task runs under after it
 * @throws CalendarError where the task's calendar cannot say what comes next
 */
export function decided(
  { task, actor_id, fired }: Pick<Situation, "task" | "actor_id" | "fired">,
  decision: Decision,
  { playbook, calendar }: Pick<TaskRules, "playbook" | "calendar">
): Decided {
  const once = decision.activities.flatMap(({ once }) => once ?? [])
  return {
    task,
    decision,
    actor_id,
    next: nextTimerStep(
      { ...task, ...decision.changes },
      new Set([...fired, ...once]),
      playbook.definition,
      calendar.calendar
    ),
  }
}

/**
 * Writes decisions down, all of it in the caller's transaction and each thing
 * in one statement for all of them: the tasks, their history, their timers, and
 * what leaves after the commit.
 */
export async function writeDecisions(
  sql: Sql,
  decisions: Decided[],
  now: Date
): Promise<Change[]> {
  await updateTasks(
    sql,
    decisions
      .filter(({ decision, actor_id }) => hasChanges(decision) || actor_id)
      .map(({ task, decision }) => ({ task, changes: decision.changes })),
    now
  )
  for (const { task, decision } of decisions) {
    if (decision.attempt) {
      await insertAttempt(sql, task.id, decision.attempt)
    }
  }
  const told = await writeHistory(sql, decisions, now)
  await armTimers(
    sql,
    decisions.map(({ task, next }) => ({ task_id: task.id, next })),
    now
  )
  return decisions.map(({ task, decision, actor_id }) => ({
    task: {
      ...task,
      ...decision.changes,
      ...((hasChanges(decision) || actor_id) && { updated_at: now }),
    },
    event_ids: told.get(task.id) ?? [],
  }))
}

/** @returns by task, the ids of what was left to be delivered */
async function writeHistory(
  sql: Sql,
  decisions: Decided[],
  now: Date
): Promise<Map<string, string[]>> {
  const entries = decisions.map((decided) => ({
    ...decided,
    activities: decided.decision.activities.map((activity) => ({
      ...activity,
      id: newActivityId(),
      task_id: decided.task.id,
      actor_id: activity.once ? null : decided.actor_id,
    })),
  }))
  const stored = await insertActivities(
    sql,
    entries.flatMap(({ activities }) => activities)
  )
  const items = entries.flatMap(({ task, decision, activities }) => {
    const after = { ...task, ...decision.changes }
    const isNew = activities.every(({ id }) => stored.has(id))
    const told: OutboxItem[] = [
      ...activities
        .filter(({ id }) => stored.has(id))
        .flatMap(({ kind }) => eventOf(kind, after) ?? []),
      ...(isNew ? (decision.outbox ?? []) : []),
    ]
    return told.map((item) => ({ task_id: task.id, item }))
  })
  const ids = await insertOutbox(
    sql,
    items.map(({ item }) => item),
    now
  )
  const told = new Map<string, string[]>()
  items.forEach(({ task_id }, index) => {
    const id = ids[index]
    if (id) {
      told.set(task_id, [...(told.get(task_id) ?? []), id])
    }
  })
  return told
}

const hasChanges = ({ changes }: Decision) => Object.keys(changes).length > 0
