import { autoConfirm } from "../task/decide/auto-confirm"
import { activity, UNCHANGED } from "../task/decide/decision"
import { eventOf } from "../task/events"
import type { OpenRequest } from "../task/open-request"
import type { CompiledCalendar } from "../rules/rule-versions"
import type { Playbook } from "../rules/playbooks/playbook"
import type { SafeReason } from "../../../desk/playbook"
import { naming } from "../rules/rule-version"
import { armTimers } from "../task/sql/arm-timer"
import { insertActivities, newActivity } from "../task/sql/insert-history"
import type { Sql } from "../../../postgres/sql"
import { outbox } from "../tables"
import type { Task } from "../task/task"
import { type Change, decided, writeDecisions } from "../task/write-decisions"

/** The rules that a new task runs under. */
export type NewTaskRules = { playbook: Playbook; calendar: CompiledCalendar }

/**
 * Writes everything that belongs to a newly inserted task: its history, its
 * timer and its event; for a safe order also its completion.
 */
export async function writeOpening(
  sql: Sql,
  task: Task,
  { audit, auto_confirm }: Pick<OpenRequest, "audit" | "auto_confirm">,
  rules: NewTaskRules,
  now: Date
): Promise<Change> {
  const { assignee_id } = task
  const activities = [
    activity("opened", task.opened_at, {
      playbook: naming(rules.playbook),
      calendar: naming(rules.calendar),
      ...(audit && { audit }),
    }),
    ...(assignee_id ? [activity("assigned", now, { assignee_id })] : []),
  ]
  await insertActivities(
    sql,
    activities.map((each) => newActivity(each, task.id, null))
  )
  const event = eventOf("opened", task)
  const event_ids = event ? await outbox.insert(sql, [event], now) : []
  if (auto_confirm) {
    const { reasons } = auto_confirm
    const confirmed = await confirm(sql, task, reasons, rules, now)
    return { ...confirmed, event_ids: [...event_ids, ...confirmed.event_ids] }
  }
  const { next } = decided(untouched(task, now), UNCHANGED, rules)
  await armTimers(sql, [{ task_id: task.id, next }], now)
  return { task, event_ids }
}

async function confirm(
  sql: Sql,
  task: Task,
  reasons: SafeReason[],
  rules: NewTaskRules,
  now: Date
): Promise<Change> {
  const decision = autoConfirm(
    {
      task,
      playbook: rules.playbook,
      calendar: rules.calendar.calendar,
      calendarOf: () => rules.calendar.calendar,
    },
    reasons,
    now
  )
  const [change] = await writeDecisions(
    sql,
    [decided(untouched(task, now), decision, rules)],
    now
  )
  return change ?? { task, event_ids: [] }
}

function untouched(task: Task, now: Date) {
  return { task, actor_id: null, fired: new Set<string>(), now }
}
