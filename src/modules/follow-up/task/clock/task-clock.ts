import type { BusinessCalendar } from "../../../../business-time"
import type { CalendarOf } from "../../rules/calendars/calendars"
import type { PlaybookDefinition } from "../../../../desk/playbook"
import type { CompiledCalendar } from "../../rules/rule-versions"
import type { Task } from "../task"
import { type Deadlines, makeDeadlines } from "./make-deadlines"

/** A task's clock: the business time used, and the deadlines. */
export type TaskClock = Deadlines & Pick<Task, "runs" | "running_since">

type ClockedTask = TaskClock &
  Pick<
    Task,
    | "opened_at"
    | "responded_at"
    | "waiting_since"
    | "waiting_until"
    | "completed_at"
    | "canceled_at"
    | "calendar_id"
    | "calendar_version"
  >

/** What a task's clock is computed from. */
export type ClockSituation = {
  task: ClockedTask
  calendar: BusinessCalendar
  playbook: { definition: PlaybookDefinition }
  /** Finds the calendars in which the task's past runs were counted. */
  calendarOf: CalendarOf
}

/** The clock of a task that is opened at a moment. */
export function startClock(
  opened_at: Date,
  definition: PlaybookDefinition,
  {
    id,
    version,
    calendar,
  }: Pick<CompiledCalendar, "id" | "version" | "calendar">
): TaskClock {
  const task = { ...UNCOUNTED, calendar_id: id, calendar_version: version }
  return {
    runs: task.runs,
    running_since: opened_at,
    ...makeDeadlines(
      { task, calendar, playbook: { definition }, calendarOf: () => calendar },
      opened_at,
      () => false
    ),
  }
}

const UNCOUNTED = {
  runs: [],
  responded_at: null,
  response_target_at: null,
  response_limit_at: null,
  resolution_limit_at: null,
  basis: {},
}

/**
 * The clock as of a moment at which it runs: a paused clock resumed at the end
 * of the pause, or at `waiting_until`, whichever was first.
 */
export function runningAt(situation: ClockSituation, at: Date): TaskClock {
  const { task } = situation
  if (task.running_since !== null) {
    return clockOf(task)
  }
  const { waiting_until } = task
  const resumed_at = waiting_until && waiting_until < at ? waiting_until : at
  const paused_at =
    task.waiting_since ?? task.completed_at ?? task.canceled_at ?? resumed_at
  const clock = { ...clockOf(task), running_since: resumed_at }
  return resumed_at <= paused_at
    ? clock
    : {
        ...clock,
        ...makeDeadlines(
          situation,
          resumed_at,
          (deadline) => deadline < paused_at
        ),
      }
}

/**
 * The clock as of a moment at which it stops: the run that ends there is kept,
 * and its time banked.
 */
export function pausedAt(situation: ClockSituation, at: Date): TaskClock {
  const { task, calendar } = situation
  const running = runningAt(situation, at)
  const { running_since, runs } = running
  const stopped = { ...running, running_since: null }
  const seconds =
    running_since && running_since < at
      ? calendar.between(running_since, at)
      : 0
  if (running_since === null || seconds === 0) {
    return stopped
  }
  const run = {
    from: running_since.toISOString(),
    until: at.toISOString(),
    seconds,
    calendar_id: task.calendar_id,
    calendar_version: task.calendar_version,
  }
  return { ...stopped, runs: [...runs, run] }
}

/**
 * The clock under other rules. Answered deadlines stay as they were, and so
 * does a deadline that had passed before the clock last started, unless the new
 * rules leave time for it. The others are put where the new rules would have
 * put them from the start. If more time was banked than they allow, that is the
 * moment at which that much had been banked, by the hours of that time.
 */
export function underRules(situation: ClockSituation): TaskClock {
  const { task } = situation
  const counts_from = task.running_since ?? task.waiting_since ?? task.opened_at
  return {
    ...clockOf(task),
    ...makeDeadlines(
      situation,
      counts_from,
      (deadline, seconds_left) => deadline <= counts_from && seconds_left <= 0
    ),
  }
}

function clockOf(task: ClockedTask): TaskClock {
  return {
    runs: task.runs,
    running_since: task.running_since,
    response_target_at: task.response_target_at,
    response_limit_at: task.response_limit_at,
    resolution_limit_at: task.resolution_limit_at,
    basis: task.basis,
  }
}
