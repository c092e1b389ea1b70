import type { ExplainedSpan } from "../../../../business-time"
import type { CalendarOf } from "../../rules/calendars/calendars"
import {
  type Deadline,
  DEADLINES,
  type PlaybookDefinition,
} from "../../../../desk/playbook"
import type { DeadlineBasis, Task } from "../task"
import { bankedBy, toMilliseconds } from "./clock-runs"

/**
 * How a deadline was computed: `banked_seconds`, plus the business time since
 * `from`.
 */
export type ExplainedDeadline = {
  deadline: Deadline
  from: Date
  at: Date
  /** Counted from `from` to `at`. */
  business_seconds: number
  /** Business seconds that the task's clock had counted before `from`. */
  banked_seconds: number
  /** The windows that were counted, and the closed time between them. */
  spans: readonly ExplainedSpan[]
}

/**
 * How each deadline of a task was computed, from the inputs that were stored
 * with it. Each explanation is checked: if its sum does not lead to the
 * deadline, it is left out rather than wrong.
 *
 * @param definition - of the task's playbook
 * @param calendarOf - finds the calendars of the task, its runs and its
 * deadlines
 */
export function explainDeadlines(
  task: Task,
  definition: PlaybookDefinition,
  calendarOf: CalendarOf
): ExplainedDeadline[] {
  return DEADLINES.flatMap((deadline) => {
    const at = task[`${deadline}_at`]
    const minutes = definition[`${deadline}_minutes`]
    if (at === null) {
      return []
    }
    const bases = [
      ...(task.basis[deadline] ? [task.basis[deadline]] : []),
      ...(minutes === null ? [] : likelyBases(deadline, at, minutes, task)),
    ]
    return bases
      .flatMap((basis) => explain(deadline, at, basis, calendarOf) ?? [])
      .slice(0, 1)
  })
}

/** Null if this business time does not lead to the deadline. */
function explain(
  deadline: Deadline,
  at: Date,
  basis: DeadlineBasis,
  calendarOf: CalendarOf
): ExplainedDeadline | null {
  const { banked_seconds, business_seconds } = basis
  const from = new Date(basis.from)
  const calendar = calendarOf(basis)
  if (
    // Nothing was left of the time: the deadline is when the clock went on.
    business_seconds < 0 ||
    calendar.between(from, at) !== business_seconds
  ) {
    return null
  }
  const { end, spans } = calendar.explain(from, business_seconds)
  return end === at.toISOString()
    ? { deadline, from, at, business_seconds, banked_seconds, spans }
    : null
}

/**
 * The likely inputs of an older deadline that was stored without them: the
 * task's present rules, and the last start of its clock before the deadline was
 * settled (by passing, by being met, or by the clock stopping); or that moment
 * itself, if the deadline was recomputed during a wait.
 */
function likelyBases(
  deadline: Deadline,
  at: Date,
  minutes: number,
  task: Task
): DeadlineBasis[] {
  const { opened_at, runs, running_since, calendar_id, calendar_version } = task
  const met_at = deadline === "resolution_limit" ? null : task.responded_at
  const stopped_at = running_since
    ? null
    : (task.waiting_since ?? task.completed_at ?? task.canceled_at)
  const settled_at = earliest([at, met_at, stopped_at])
  const went_on = [...runs.map((run) => new Date(run.from)), running_since]
  const last = went_on.filter((from) => from && from < settled_at).at(-1)
  const starts = [last ?? opened_at, ...(settled_at < at ? [settled_at] : [])]
  return starts.map((from) => {
    const banked_seconds = bankedBy(runs, from)
    return {
      from: from.toISOString(),
      banked_seconds,
      business_seconds: toMilliseconds(minutes * 60 - banked_seconds),
      calendar_id,
      calendar_version,
    }
  })
}

function earliest(moments: (Date | null)[]): Date {
  return new Date(
    Math.min(...moments.flatMap((moment) => moment?.getTime() ?? []))
  )
}
