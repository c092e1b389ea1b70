import { eventData } from "../events"
import type { EscalationNotice, OutboxItem } from "../outbox"
import {
  type EscalationAction,
  PRIORITIES,
} from "../../rules/playbooks/playbook"
import type { Task } from "../task"
import type { DeadlineStep } from "../clock/timer-step"
import {
  activity,
  type Activity,
  type ActivityData,
  type Situation,
  type SkipReason,
} from "./decision"

type Escalated = {
  changes: Partial<Task>
  activities: Activity[]
  outbox: OutboxItem[]
}

/**
 * Carries out the steps of the playbook's escalation that are due, earliest
 * first. After a standstill several are due at once: to warn of a deadline that
 * has passed makes no sense any more, and of several that tell the same people
 * only the last does. What is skipped says so. A late task still wants its
 * priority and its person.
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
    const done = applyPlan(action, step, current)
    Object.assign(escalated.changes, done.changes)
    escalated.activities.push(
      activity("escalated", now, { ...data, ...done.data }, step.step)
    )
    escalated.outbox.push(...done.outbox)
  })
  return escalated
}

/** A step that is due, and who has the task when it is carried out. */
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
  { fires_at, deadline_at, escalation }: DeadlineStep,
  later: AssignedStep[],
  task: Task,
  now: Date
): SkipReason | null {
  if (!escalation) {
    return null
  }
  const { action } = escalation
  const isPassed = isPassedWarning({ fires_at, deadline_at }, now)
  switch (action.kind) {
    case "notify":
      if (isPassed) {
        return "deadline_passed"
      }
      if (action.audience === "assignee" && !task.assignee_id) {
        return "nobody_assigned"
      }
      return later.some(
        ({ step, assignee_id }) =>
          tellsTheSame(
            { action: step.escalation?.action, assignee_id },
            { action, assignee_id: task.assignee_id }
          ) && !isPassedWarning(step, now)
      )
        ? "superseded"
        : null
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

/** A warning is of no use once what it warned of has happened. */
function isPassedWarning(
  { fires_at, deadline_at }: Pick<DeadlineStep, "fires_at" | "deadline_at">,
  now: Date
): boolean {
  return fires_at < deadline_at && deadline_at < now
}

type Notify = Extract<EscalationAction, { kind: "notify" }>

/** Whether a later notice reaches the same people, and in no fewer ways. */
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

type Done = Pick<Escalated, "changes" | "outbox"> & { data?: ActivityData }

function applyPlan(
  action: EscalationAction,
  step: DeadlineStep,
  task: Task
): Done {
  switch (action.kind) {
    case "notify": {
      const data = noticeOf(step, task, toldUser(action, task), action.email)
      return {
        changes: {},
        outbox: [{ kind: "notification", name: "escalation", data }],
      }
    }
    case "raise_priority":
      return {
        changes: { priority: PRIORITIES.indexOf(action.priority) },
        outbox: [],
      }
    case "reassign":
      return {
        changes: { assignee_id: action.assignee_id },
        data: { assignee_id: action.assignee_id },
        outbox: [],
      }
    case "emit_event":
      return {
        changes: {},
        outbox: [{ kind: "event", name: action.event, data: eventData(task) }],
      }
    case "custom":
      return {
        changes: {},
        outbox: [
          { kind: "action", name: action.name, data: noticeOf(step, task) },
        ],
      }
  }
}

function noticeOf(
  { escalation, deadline, deadline_at, fires_at }: DeadlineStep,
  task: Task,
  user_id: string | null = null,
  email = false
): EscalationNotice {
  return {
    id: task.id,
    type: task.type,
    order_id: task.order_id,
    customer_id: task.customer_id,
    order_display_id: task.order_display_id,
    step_id: escalation?.id ?? "",
    deadline,
    deadline_at: deadline_at.toISOString(),
    is_warning: fires_at < deadline_at,
    user_id,
    email,
  }
}

function toldUser(
  action: Notify,
  task: Pick<Task, "assignee_id">
): string | null {
  switch (action.audience) {
    case "assignee":
      return task.assignee_id
    case "user":
      return action.user_id ?? null
    case "everyone":
      return null
  }
}
