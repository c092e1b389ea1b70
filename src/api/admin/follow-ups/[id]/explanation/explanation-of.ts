import type { MedusaContainer } from "@medusajs/framework/types"
import type { ExplainedSpan } from "../../../../../business-time"
import {
  explainDeadlines,
  FOLLOW_UP_MODULE,
  naming,
  RULE_ACTIVITIES,
  type Task,
  versionsThrough,
} from "../../../../../modules/follow-up"
import type {
  AdminFollowUpExplanationResponse,
  AdminFollowUpExplanationStep,
} from "../../types"

/** More than rules change while a task is open. */
const MOST_ACTIVITIES = 1_000

/** How the task's deadlines came about, from what is stored. */
export async function explanationOf(
  task: Task,
  container: MedusaContainer
): Promise<AdminFollowUpExplanationResponse["explanation"]> {
  const followUp = container.resolve(FOLLOW_UP_MODULE)
  const history = await followUp.listFollowUpActivities(
    { task_id: task.id, kind: RULE_ACTIVITIES },
    { order: { sequence: "ASC" }, take: MOST_ACTIVITIES }
  )
  const versions = versionsThrough(task, history)
  const rulesOf = await followUp.rulesOf([
    task,
    ...versions.map(({ task }) => task),
  ])
  const rules = versions.map(({ since, task }) => {
    const { playbook, calendar } = rulesOf(task)
    return { since, playbook, calendar: calendar.calendar }
  })
  const { playbook, calendar, calendarOf } = rulesOf(task)
  return {
    opened_at: task.opened_at.toISOString(),
    time_zone: calendar.definition.time_zone,
    playbook: naming(playbook),
    calendar: naming(calendar),
    deadlines: explainDeadlines(task, rules, calendarOf).map(
      ({ from, at, spans, ...explained }) => ({
        ...explained,
        from: from.toISOString(),
        at: at.toISOString(),
        steps: spans.map(toStep),
      })
    ),
  }
}

function toStep(span: ExplainedSpan): AdminFollowUpExplanationStep {
  const { start, end } = span
  if (span.type === "open") {
    return { kind: "window", start, end, business_seconds: span.seconds }
  }
  const { reason } = span
  return {
    kind: "closed",
    start,
    end,
    reason: reason.type === "no_windows_on_weekday" ? "day_off" : reason.type,
    label: reason.type === "exception" ? reason.label : null,
  }
}
