import { DEADLINE_RULES } from "./clock/deadlines"
import { type Applied, apply } from "./apply"
import type { Decision, Situation } from "./decide/decision"
import { eventOf } from "./events"
import type { MessageItem, OutboxItem } from "./outbox"
import type { TaskRules } from "../rules/rule-versions"
import { armTimers } from "./sql/arm-timer"
import {
  insertActivities,
  insertAttempt,
  markMessage,
  markWithdrawn,
  newActivity,
} from "./sql/insert-history"
import type { Sql } from "../../../postgres/sql"
import { outbox } from "../tables"
import { updateLeads } from "./sql/leads"
import { updateTasks } from "./sql/update-tasks"
import type { Task } from "./task"
import { type ArmedStep, nextTimerStep } from "./clock/timer-step"

/** The changed task, and the events to deliver. */
export type Change = { task: Task; event_ids: string[] }

/** A decision on a locked task, with its result. */
export type Decided = Applied & {
  decision: Decision
  actor_id: string | null
  /** The task's next timer step. */
  next: ArmedStep | null
}

/**
 * Prepares a decision for writing.
 *
 * @param rules - the rules that the task runs under afterwards
 * @throws CalendarError if the task's calendar cannot tell what comes next
 */
export function decided(
  situation: Pick<Situation, "task" | "actor_id" | "fired" | "now">,
  decision: Decision,
  { playbook, calendar }: Pick<TaskRules, "playbook" | "calendar">
): Decided {
  const applied = apply(situation, decision)
  return {
    ...applied,
    decision,
    actor_id: situation.actor_id,
    next: nextTimerStep(
      applied.task,
      applied.fired,
      playbook.definition,
      calendar.calendar,
      situation.now
    ),
  }
}

/**
 * Writes decisions in the caller's transaction, with one statement per table
 * for all of them: the tasks, their history, their timers, and the outbox.
 */
export async function writeDecisions(
  sql: Sql,
  decisions: Decided[],
  now: Date
): Promise<Change[]> {
  await updateTasks(
    sql,
    decisions
      .filter(({ is_touched }) => is_touched)
      .map(({ task, decision }) => ({ task, changes: decision.changes }))
  )
  const moved = decisions.filter(({ decision: { changes } }) =>
    ORDERING.some((column) => changes[column] !== undefined)
  )
  if (moved.length > 0) {
    await updateLeads(
      sql,
      moved.map(({ task }) => task.person_id)
    )
  }
  const messages: MessageItem[] = []
  for (const { task, decision, attempt } of decisions) {
    if (attempt) {
      const attempt_id = await insertAttempt(sql, task.id, attempt)
      if (attempt.message) {
        messages.push({
          kind: "message",
          name: attempt.channel,
          data: { task_id: task.id, attempt_id },
        })
      }
    }
    if (decision.fails) {
      const { attempt_id, error } = decision.fails
      await markMessage(sql, attempt_id, { status: "failed", error }, now)
    }
    if (decision.withdraws) {
      await markWithdrawn(sql, decision.withdraws.attempt_id, now)
    }
  }
  const told = await writeHistory(sql, decisions, messages, now)
  await armTimers(
    sql,
    decisions.map(({ task, next }) => ({ task_id: task.id, next })),
    now
  )
  return decisions.map(({ task }) => ({
    task,
    event_ids: told.get(task.id) ?? [],
  }))
}

/** What decides which task leads a call, and which runs out of time first. */
const ORDERING = [
  "status",
  "priority",
  "due_at",
  ...DEADLINE_RULES.filter(({ is_limit }) => is_limit).flatMap(
    ({ at, met_at }) => (met_at ? [at, met_at] : [at])
  ),
] as const

/** @returns the ids of the events to deliver, by task */
async function writeHistory(
  sql: Sql,
  decisions: Decided[],
  messages: readonly MessageItem[],
  now: Date
): Promise<Map<string, string[]>> {
  const entries = decisions.map(({ task, decision, actor_id }) => ({
    task,
    outbox: decision.outbox ?? [],
    activities: decision.activities.map((activity) =>
      newActivity(activity, task.id, activity.once ? null : actor_id)
    ),
  }))
  const stored = await insertActivities(
    sql,
    entries.flatMap(({ activities }) => activities)
  )
  const items = entries.flatMap(({ task, activities, outbox }) => {
    const written = activities.filter(({ id }) => stored.has(id))
    const told: OutboxItem[] = [
      ...written.flatMap(({ kind }) => eventOf(kind, task) ?? []),
      ...(written.length === activities.length ? outbox : []),
      ...messages.filter(({ data }) => data.task_id === task.id),
    ]
    return told.map((item) => ({ task_id: task.id, item }))
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
