import type { BusinessCalendar } from "../../../../business-time"
import { reachedAt, toMilliseconds } from "./clock-runs"
import { type CalendarOf } from "../../rules/calendars/calendars"
import type { PlaybookDefinition } from "../../rules/playbooks/playbook"
import type { Task } from "../task"

/** A task's clock: business time used, and what it counts down to. */
export type TaskClock = Pick<
  Task,
  | "banked_seconds"
  | "runs"
  | "running_since"
  | "response_target_at"
  | "response_limit_at"
  | "resolution_limit_at"
>

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

/** What the clock of a task is read with. */
export type ClockSituation = {
  task: ClockedTask
  calendar: BusinessCalendar
  playbook: { definition: PlaybookDefinition }
  /** What the task's past runs were counted in. */
  calendarOf: CalendarOf
}

/** The clock of a task that was opened at a moment. */
export function startClock(
  opened_at: Date,
  definition: PlaybookDefinition,
  calendar: BusinessCalendar
): TaskClock {
  const after = (minutes: number) => calendar.add(opened_at, minutes * 60)
  const { resolution_limit_minutes } = definition
  return {
    banked_seconds: 0,
    runs: [],
    running_since: opened_at,
    response_target_at: after(definition.response_target_minutes),
    response_limit_at: after(definition.response_limit_minutes),
    resolution_limit_at:
      resolution_limit_minutes === null
        ? null
        : after(resolution_limit_minutes),
  }
}

/**
 * The clock as of a moment at which it counts: that of a paused task went on
 * at the end of its pause, or when the time that it waited for came, whichever
 * was first.
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
        ...deadlinesFrom(
          situation,
          resumed_at,
          (deadline) => deadline < paused_at
        ),
      }
}

/**
 * The clock as of a moment at which it stops: what it counted is banked, and
 * when it did is kept.
 */
export function pausedAt(situation: ClockSituation, at: Date): TaskClock {
  const { task, calendar } = situation
  const running = runningAt(situation, at)
  const { running_since, banked_seconds, runs } = running
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
  return {
    ...stopped,
    banked_seconds: toMilliseconds(banked_seconds + seconds),
    runs: [...runs, run],
  }
}

/**
 * The clock under other rules. What was answered stays as it was, and so does a
 * deadline that had passed before the clock last began to count, unless the new
 * rules leave time for it; the others are where they had been, had the rules
 * been so by then: one for which more was banked than they allow, at the moment
 * at which that much was banked, in the hours that were kept then.
 */
export function underRules(situation: ClockSituation): TaskClock {
  const { task } = situation
  const counts_from = task.running_since ?? task.waiting_since ?? task.opened_at
  return {
    ...clockOf(task),
    ...deadlinesFrom(
      situation,
      counts_from,
      (deadline, seconds_left) => deadline <= counts_from && seconds_left <= 0
    ),
  }
}

/**
 * The deadlines of a clock that counts from a moment with what it has banked.
 *
 * @param stays - whether an unmet deadline stays where it was
 */
function deadlinesFrom(
  { task, calendar, playbook, calendarOf }: ClockSituation,
  counts_from: Date,
  stays: (deadline: Date, seconds_left: number) => boolean
): Pick<
  TaskClock,
  "response_target_at" | "response_limit_at" | "resolution_limit_at"
> {
  const { definition } = playbook
  const after = (deadline: Date | null, minutes: number) => {
    const seconds_left = minutes * 60 - task.banked_seconds
    return deadline && stays(deadline, seconds_left)
      ? deadline
      : ((seconds_left < 0
          ? reachedAt(task.runs, minutes * 60, calendarOf)
          : null) ?? calendar.add(counts_from, seconds_left))
  }
  const response = (deadline: Date, minutes: number) =>
    task.responded_at ? deadline : after(deadline, minutes)
  const { resolution_limit_minutes } = definition
  return {
    response_target_at: response(
      task.response_target_at,
      definition.response_target_minutes
    ),
    response_limit_at: response(
      task.response_limit_at,
      definition.response_limit_minutes
    ),
    resolution_limit_at:
      resolution_limit_minutes === null
        ? null
        : after(task.resolution_limit_at, resolution_limit_minutes),
  }
}

function clockOf(task: ClockedTask): TaskClock {
  return {
    banked_seconds: task.banked_seconds,
    runs: task.runs,
    running_since: task.running_since,
    response_target_at: task.response_target_at,
    response_limit_at: task.response_limit_at,
    resolution_limit_at: task.resolution_limit_at,
  }
}
