import type { OutboxItem } from "../outbox"
import { type EscalationAction, PRIORITIES } from "../../../../desk/playbook"
import type { Task } from "../task"
import type { DeadlineStep } from "../clock/timer-step"
import {
  activity,
  type Activity,
  type Situation,
  type SkipReason,
} from "./decision"
import { applyAction, type Notify, toldUser } from "./escalation-action"

type Escalated = {
  changes: Partial<Task>
  activities: Activity[]
  outbox: OutboxItem[]
}

/**
 * Runs the due steps of the playbook's escalation, earliest first. After
 * downtime several are due at once: of several notices to the same people only
 * the last is sent. A warning of a deadline that has already passed is skipped
 * if those people are told by a later step; otherwise they are told that the
 * deadline has passed, as nothing else would say it. Skipped steps are
 * recorded. Changes of priority and assignee are still applied.
 */
export function escalate(
  { task, now }: Situation,
  due: DeadlineStep[]
): Escalated {
  const escalated: Escalated = { changes: {}, activities: [], outbox: [] }
  const assigned = withAssignees(due, task)
  assigned.forEach(({ step, assignee_id }, index) => {
    if (!step.escalation) {
      return
    }
    const current = { ...task, ...escalated.changes, assignee_id }
    const { action } = step.escalation
    const skipped = reasonToSkip(step, assigned.slice(index + 1), current, now)
    const data = { step_id: step.escalation.id, action }
    if (skipped) {
      escalated.activities.push(
        activity("escalation_skipped", now, { ...data, skipped }, step.step)
      )
      return
    }
    const done = applyAction(action, step, current, now)
    Object.assign(escalated.changes, done.changes)
    escalated.activities.push(
      activity("escalated", now, { ...data, ...done.data }, step.step)
    )
    escalated.outbox.push(...done.outbox)
  })
  return escalated
}

/** A due step, with the task's assignee at that point. */
type AssignedStep = { step: DeadlineStep; assignee_id: string | null }

function withAssignees(due: DeadlineStep[], task: Task): AssignedStep[] {
  let { assignee_id } = task
  return due.map((step) => {
    const assigned = { step, assignee_id }
    const action = step.escalation?.action
    if (action?.kind === "reassign") {
      assignee_id = action.assignee_id
    }
    return assigned
  })
}

function reasonToSkip(
  step: DeadlineStep,
  later: AssignedStep[],
  task: Task,
  now: Date
): SkipReason | null {
  if (!step.escalation) {
    return null
  }
  const { action } = step.escalation
  const isPassed = isPassedWarning(step, now)
  switch (action.kind) {
    case "notify": {
      if (action.audience === "assignee" && !task.assignee_id) {
        return "nobody_assigned"
      }
      const sooner = { action, assignee_id: task.assignee_id }
      const isTold = later.some(({ step, assignee_id }) => {
        const notice = { action: step.escalation?.action, assignee_id }
        return (
          tellsTheSame(notice, sooner) ||
          (isPassed && tellsThemToo(notice.action, action))
        )
      })
      return isTold ? (isPassed ? "deadline_passed" : "superseded") : null
    }
    case "raise_priority":
      return PRIORITIES.indexOf(action.priority) <= task.priority
        ? "already_so"
        : null
    case "reassign":
      return action.assignee_id === task.assignee_id ? "already_so" : null
    case "emit_event":
    case "custom":
      return isPassed ? "deadline_passed" : null
  }
}

function isPassedWarning(
  { fires_at, deadline_at }: DeadlineStep,
  now: Date
): boolean {
  return fires_at < deadline_at && deadline_at < now
}

/**
 * Whether a later notice reaches the same people, through at least the same
 * channels.
 */
function tellsTheSame(
  later: { action: EscalationAction | undefined; assignee_id: string | null },
  sooner: { action: Notify; assignee_id: string | null }
): boolean {
  const { action } = later
  return (
    action?.kind === "notify" &&
    (action.audience === "everyone") ===
      (sooner.action.audience === "everyone") &&
    toldUser(action, later) === toldUser(sooner.action, sooner) &&
    (action.email || !sooner.action.email)
  )
}

/** Whether a later notice to everyone reaches these people as well. */
function tellsThemToo(
  later: EscalationAction | undefined,
  sooner: Notify
): boolean {
  return (
    later?.kind === "notify" &&
    later.audience === "everyone" &&
    (later.email || !sooner.email)
  )
}
