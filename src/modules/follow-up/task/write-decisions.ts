import type { Decision, Situation } from "./decide/decision"
import { eventOf } from "./events"
import type { OutboxItem } from "./outbox"
import type { TaskRules } from "../rules/rule-versions"
import { armTimers } from "./sql/arm-timer"
import {
  insertActivities,
  insertAttempt,
  markWithdrawn,
  newActivity,
} from "./sql/insert-history"
import type { Sql } from "../../../postgres/sql"
import { outbox } from "../tables"
import { updateTasks } from "./sql/update-tasks"
import type { Task } from "./task"
import { type ArmedStep, nextTimerStep } from "./clock/timer-step"

/** What a change did, and what it left to be delivered. */
export type Change = { task: Task; event_ids: string[] }

/** A decision on a task that is locked, and what it was made from. */
export type Decided = {
  task: Task
  /** The task with what the decision changes. */
  after: Task
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
  {
    task,
    actor_id,
    fired,
    now,
  }: Pick<Situation, "task" | "actor_id" | "fired" | "now">,
  decision: Decision,
  { playbook, calendar }: Pick<TaskRules, "playbook" | "calendar">
): Decided {
  const after = { ...task, ...decision.changes }
  const once = decision.activities.flatMap(({ once }) => once ?? [])
  return {
    task,
    after,
    decision,
    actor_id,
    next: nextTimerStep(
      after,
      new Set([...fired, ...once]),
      playbook.definition,
      calendar.calendar,
      now
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
      .filter(isTouched)
      .map(({ task, decision }) => ({ task, changes: decision.changes })),
    now
  )
  for (const { task, decision } of decisions) {
    if (decision.attempt) {
      const before = valuesOf(task, Object.keys(decision.changes))
      await insertAttempt(sql, task.id, decision.attempt, before)
    }
    if (decision.withdraws) {
      await markWithdrawn(sql, decision.withdraws.attempt_id, now)
    }
  }
  const told = await writeHistory(sql, decisions, now)
  await armTimers(
    sql,
    decisions.map(({ task, next }) => ({ task_id: task.id, next })),
    now
  )
  return decisions.map((decided) => ({
    task: isTouched(decided)
      ? { ...decided.after, updated_at: now }
      : decided.after,
    event_ids: told.get(decided.task.id) ?? [],
  }))
}

/** @returns by task, the ids of what was left to be delivered */
async function writeHistory(
  sql: Sql,
  decisions: Decided[],
  now: Date
): Promise<Map<string, string[]>> {
  const entries = decisions.map(({ task, after, decision, actor_id }) => ({
    after,
    outbox: decision.outbox ?? [],
    activities: decision.activities.map((activity) =>
      newActivity(activity, task.id, activity.once ? null : actor_id)
    ),
  }))
  const stored = await insertActivities(
    sql,
    entries.flatMap(({ activities }) => activities)
  )
  const items = entries.flatMap(({ after, activities, outbox }) => {
    const written = activities.filter(({ id }) => stored.has(id))
    const told: OutboxItem[] = [
      ...written.flatMap(({ kind }) => eventOf(kind, after) ?? []),
      ...(written.length === activities.length ? outbox : []),
    ]
    return told.map((item) => ({ task_id: after.id, item }))
  })
  const ids = await outbox.insert(
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

/** Some columns of a task, as they are. */
export function valuesOf(task: Task, columns: string[]): Partial<Task> {
  return Object.fromEntries(
    Object.entries(task).filter(([column]) => columns.includes(column))
  )
}

/** Whether a decision leaves a mark on the task's own row. */
const isTouched = ({ decision, actor_id }: Decided) =>
  actor_id !== null || Object.keys(decision.changes).length > 0
