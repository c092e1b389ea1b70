import type { BusinessCalendar, ExplainedSpan } from "../../../../business-time"
import { bankedBy, toMilliseconds } from "./clock-runs"
import { type CalendarOf } from "../../rules/calendars/calendars"
import {
  type Deadline,
  DEADLINES,
  type PlaybookDefinition,
} from "../../rules/playbooks/playbook"
import type { Task } from "../task"

/** What a task ran under from a moment on. */
export type RulesInForce = {
  since: Date
  playbook: { definition: PlaybookDefinition }
  calendar: BusinessCalendar
}

/** How a deadline came about: `banked_seconds`, and the business time from `from`. */
export type ExplainedDeadline = {
  deadline: Deadline
  from: Date
  at: Date
  /** Counted from `from` to `at`. */
  business_seconds: number
  /** What the task's clock had counted before `from`. */
  banked_seconds: number
  /** The windows that are counted and the closed time between them. */
  spans: readonly ExplainedSpan[]
}

/**
 * How each deadline of a task came about. An explanation is a sum that was
 * checked: what was banked by a moment, and the business time from there to the
 * deadline, are what a playbook that the task ran under allowed. A deadline
 * for which no such sum is found is left out rather than explained wrongly.
 *
 * @param rules - all that the task has run under, the newest last
 */
export function explainDeadlines(
  task: Task,
  rules: readonly RulesInForce[],
  calendarOf: CalendarOf
): ExplainedDeadline[] {
  return DEADLINES.flatMap((deadline) => {
    const at = task[`${deadline}_at`]
    return at ? (explain(deadline, at, task, rules, calendarOf) ?? []) : []
  })
}

/** A moment from which a task's clock counted, and what it had counted before. */
type Start = {
  from: Date
  banked_seconds: number
  /** The hours in which it then counted, where that is over. */
  calendar: BusinessCalendar | null
}

function explain(
  deadline: Deadline,
  at: Date,
  task: Task,
  rules: readonly RulesInForce[],
  calendarOf: CalendarOf
): ExplainedDeadline | null {
  const met_at = deadline === "resolution_limit" ? null : task.responded_at
  const starts = startsOf(task, at, met_at, calendarOf)
  const sums = likeliestFirst(rules, met_at).flatMap(
    ({ playbook, calendar }) => {
      const minutes = playbook.definition[`${deadline}_minutes`]
      return minutes === null
        ? []
        : starts.flatMap(({ from, banked_seconds, calendar: kept }) =>
            [calendar, kept ?? calendar].map((hours) => ({
              from,
              banked_seconds,
              business_seconds: toMilliseconds(minutes * 60 - banked_seconds),
              hours,
            }))
          )
    }
  )
  for (const { hours, ...sum } of sums) {
    const spans = spansTo(at, sum.from, sum.business_seconds, hours)
    if (spans) {
      return { deadline, at, ...sum, spans }
    }
  }
  return null
}

/** The rules of when it was met, or of now; what they replaced after that. */
function likeliestFirst(
  rules: readonly RulesInForce[],
  met_at: Date | null
): RulesInForce[] {
  const came = rules.filter(({ since }) => met_at === null || since <= met_at)
  return [...came.reverse(), ...rules.slice(came.length)]
}

/**
 * What the deadline may have been counted from: where the clock last went on
 * before it was settled, by passing, by being met, or by the clock's standing
 * still; or that moment itself, where it was computed anew during a wait.
 */
function startsOf(
  task: Task,
  at: Date,
  met_at: Date | null,
  calendarOf: CalendarOf
): Start[] {
  const { running_since, waiting_since, completed_at, canceled_at } = task
  const stopped_at = running_since
    ? null
    : (waiting_since ?? completed_at ?? canceled_at)
  const settled_at = [met_at, stopped_at].reduce<Date>(
    (first, moment) => (moment && moment < first ? moment : first),
    at
  )
  const beginnings = [
    { from: task.opened_at, calendar: null },
    ...task.runs.map((run) => ({
      from: new Date(run.from),
      calendar: calendarOf(run),
    })),
    ...(running_since ? [{ from: running_since, calendar: null }] : []),
  ]
  const last = beginnings.filter(({ from }) => from < settled_at).slice(-1)
  const found = last.length > 0 ? last : beginnings.slice(0, 1)
  return [
    ...found,
    ...(settled_at < at ? [{ from: settled_at, calendar: null }] : []),
  ].map((start) => ({
    ...start,
    banked_seconds: bankedBy(task.runs, start.from),
  }))
}

/** The way to the deadline, or null where so much time does not lead to it. */
function spansTo(
  at: Date,
  from: Date,
  seconds: number,
  calendar: BusinessCalendar
): readonly ExplainedSpan[] | null {
  if (seconds <= 0 || calendar.between(from, at) !== seconds) {
    return null
  }
  const { end, spans } = calendar.explain(from, seconds)
  return end === at.toISOString() ? spans : null
}
