import type { BusinessCalendar } from "../../../../business-time"
import { type Miss, type TimedTask, unmetDeadlines } from "./deadlines"
import { nextOpening } from "./next-turn"
import type {
  Deadline,
  EscalationStep,
  PlaybookDefinition,
} from "../../../../desk/playbook"
import type { Task } from "../task"

/** A step that the timer may run for a task: each but `resume` once. */
type TimerStep = "resume" | Miss | EscalationKey

type EscalationKey = `escalation:${string}`

const escalationKey = ({ id }: EscalationStep): EscalationKey =>
  `escalation:${id}`

export type ArmedStep = { step: TimerStep; fires_at: Date }

/** A timer step, with the deadline that it belongs to. */
export type DeadlineStep = ArmedStep & {
  step: Miss | EscalationKey
  deadline: Deadline
  /** When that deadline passes. */
  deadline_at: Date
  escalation: EscalationStep | null
}

type StepTask = TimedTask & Pick<Task, "waiting_until">

/**
 * The next timer step of this task if nobody does anything, or null. A step in
 * the past is due at once.
 *
 * @param fired - the steps that have fired already
 */
export function nextTimerStep(
  task: StepTask,
  fired: ReadonlySet<string>,
  definition: PlaybookDefinition,
  calendar: BusinessCalendar,
  now: Date
): ArmedStep | null {
  if (task.status === "waiting") {
    return task.waiting_until
      ? { step: "resume", fires_at: task.waiting_until }
      : null
  }
  const [next] = deadlineSteps(task, fired, definition, calendar, now)
  return next ? { step: next.step, fires_at: next.fires_at } : null
}

/**
 * The steps of an open task's unmet deadlines that have not fired, in
 * chronological order.
 *
 * Each step is written out: spreading an object and adding to it takes V8 some
 * 3 µs instead of 0.1, and a tick runs this twice for each timer.
 */
export function deadlineSteps(
  task: TimedTask,
  fired: ReadonlySet<string>,
  definition: PlaybookDefinition,
  calendar: BusinessCalendar,
  now: Date
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
          fires_at: momentOf(escalation, deadline_at, calendar, now),
          deadline,
          deadline_at,
          escalation,
        })
      }
    }
  }
  return steps.sort((a, b) => a.fires_at.getTime() - b.fires_at.getTime())
}

/**
 * Adding zero business minutes to a closing time would give the next opening.
 */
function momentOf(
  { offset_minutes }: EscalationStep,
  deadline_at: Date,
  calendar: BusinessCalendar,
  now: Date
): Date {
  if (offset_minutes === 0) {
    return deadline_at
  }
  const at = calendar.add(deadline_at, offset_minutes * 60)
  return offset_minutes < 0 ? byDay(at, deadline_at, calendar, now) : at
}

/** A tick shortly after closing is still the one that was due. */
const MISSED_AFTER_MS = 60_000

/**
 * When a warning is sent: if its moment had passed before its task was opened,
 * or moved to other rules, it waits until the shop opens, provided that this is
 * before the deadline. Nobody is warned at night about something due in the
 * morning.
 */
function byDay(
  at: Date,
  deadline_at: Date,
  calendar: BusinessCalendar,
  now: Date
): Date {
  const isMissed = now.getTime() - at.getTime() > MISSED_AFTER_MS
  if (!isMissed || deadline_at <= now || calendar.isOpen(now)) {
    return at
  }
  const opening = nextOpening(calendar, now)
  return opening && opening < deadline_at ? opening : at
}
