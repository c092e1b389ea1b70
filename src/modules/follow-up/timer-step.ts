import type { BusinessCalendar } from "../../business-time"
import type { EscalationStep, PlaybookDefinition } from "./rules/playbook"
import type { Task } from "./task"
import type { Deadline } from "./vocabulary"

/** A deadline that passes unmet. Each does so once for a task. */
type Miss = "target_missed" | "breached" | "resolution_breached"

/** What the clock may do to a task: each but `resume` once. */
type TimerStep = "resume" | Miss | EscalationKey

type EscalationKey = `escalation:${string}`

const escalationKey = ({ id }: EscalationStep): EscalationKey =>
  `escalation:${id}`

export type ArmedStep = { step: TimerStep; fires_at: Date }

/** A step of the clock with the deadline that it belongs to. */
export type DeadlineStep = ArmedStep & {
  step: Miss | EscalationKey
  deadline: Deadline
  /** When that deadline passes. */
  deadline_at: Date
  escalation: EscalationStep | null
}

type TimedTask = Pick<
  Task,
  | "status"
  | "waiting_until"
  | "responded_at"
  | "response_target_at"
  | "response_limit_at"
  | "resolution_limit_at"
>

/**
 * The one step that the clock does next to this task if nobody does anything,
 * or null. A step in the past is due at once.
 *
 * @param fired - the steps that have fired already
 */
export function nextTimerStep(
  task: TimedTask,
  fired: ReadonlySet<string>,
  definition: PlaybookDefinition,
  calendar: BusinessCalendar
): ArmedStep | null {
  if (task.status === "waiting") {
    return task.waiting_until
      ? { step: "resume", fires_at: task.waiting_until }
      : null
  }
  const [next] = deadlineSteps(task, fired, definition, calendar)
  return next ? { step: next.step, fires_at: next.fires_at } : null
}

/**
 * The steps of an open task's unmet deadlines that have not fired, in time.
 *
 * Each step is written out: to spread an object and add to it takes V8 some
 * 3 µs instead of 0.1, and a tick goes through here twice for each timer.
 */
export function deadlineSteps(
  task: TimedTask,
  fired: ReadonlySet<string>,
  definition: PlaybookDefinition,
  calendar: BusinessCalendar
): DeadlineStep[] {
  const steps: DeadlineStep[] = []
  for (const { deadline, at: deadline_at, miss } of unmetDeadlines(task)) {
    if (!fired.has(miss)) {
      steps.push({
        step: miss,
        fires_at: deadline_at,
        deadline,
        deadline_at,
        escalation: null,
      })
    }
    for (const escalation of definition.escalation) {
      const step = escalationKey(escalation)
      if (escalation.relative_to === deadline && !fired.has(step)) {
        steps.push({
          step,
          fires_at: momentOf(escalation, deadline_at, calendar),
          deadline,
          deadline_at,
          escalation,
        })
      }
    }
  }
  return steps.sort((a, b) => a.fires_at.getTime() - b.fires_at.getTime())
}

type UnmetDeadline = { deadline: Deadline; at: Date; miss: Miss }

/** The deadlines that are counted to while the task is open. */
export function unmetDeadlines(task: TimedTask): UnmetDeadline[] {
  if (task.status !== "open") {
    return []
  }
  const response: UnmetDeadline[] = task.responded_at
    ? []
    : [
        {
          deadline: "response_target",
          at: task.response_target_at,
          miss: "target_missed",
        },
        {
          deadline: "response_limit",
          at: task.response_limit_at,
          miss: "breached",
        },
      ]
  return task.resolution_limit_at
    ? [
        ...response,
        {
          deadline: "resolution_limit",
          at: task.resolution_limit_at,
          miss: "resolution_breached",
        },
      ]
    : response
}

/** Zero business minutes from a closing time would be the next opening. */
function momentOf(
  { offset_minutes }: EscalationStep,
  deadline_at: Date,
  calendar: BusinessCalendar
): Date {
  return offset_minutes === 0
    ? deadline_at
    : calendar.add(deadline_at, offset_minutes * 60)
}
