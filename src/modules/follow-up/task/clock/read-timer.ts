import type { BusinessCalendar } from "../../../../business-time"
import { hasPassed, type TimedTask, unmetDeadlines } from "./deadlines"
import { nextClosing, nextOpening, unlessNoneIsLeft } from "./next-turn"
import type { Task } from "../task"
import type { Deadline } from "../../../../desk/playbook"

/**
 * With this little business time left to the limit, the order is about to be
 * lost.
 */
const CRITICAL_SECONDS = 5 * 60

/** The state of a task's clock at a moment. */
export type TimerReading = {
  state: TimerState
  level: TimerLevel
  counting_to: Deadline | null
  /** Business seconds left; negative is business time since the breach. */
  business_seconds_left: number | null
  /** When state, level or counting_to change without a command. */
  next_change_at: Date | null
  /** When the shop opens, while it is closed. */
  opens_at: Date | null
}

type ReadTask = TimedTask & Pick<Task, "due_at" | "waiting_until">

/** Reads a task's timer as of `now`. Late is derived here and never stored. */
export function readTimer(
  task: ReadTask,
  calendar: BusinessCalendar,
  now: Date
): TimerReading {
  if (task.status === "completed" || task.status === "canceled") {
    return { ...NOT_COUNTING, state: "stopped" }
  }
  if (task.status === "waiting") {
    return {
      ...NOT_COUNTING,
      state: "waiting",
      next_change_at: task.waiting_until,
    }
  }
  const next = nextDeadline(task, now)
  if (next) {
    return readDeadline(task, next, calendar, now)
  }
  return task.due_at === null
    ? { ...NOT_COUNTING, state: "met" }
    : { ...NOT_COUNTING, state: "due", level: "at_risk" }
}

/** Later than any deadline: calendars are computed up to 2200. */
const NO_LIMIT_IS_LATER = new Date("2200-01-01T00:00:00Z")

/** The latest limit that is critical now, for tasks with this calendar. */
export function latestCriticalLimit(
  calendar: BusinessCalendar,
  now: Date
): Date {
  return (
    unlessNoneIsLeft(() => calendar.add(now, CRITICAL_SECONDS)) ??
    NO_LIMIT_IS_LATER
  )
}

/**
 * The next unmet deadline, or null if none is running: the target, then the
 * limit once the target has passed, then the resolution limit once the task was
 * answered.
 */
export function nextDeadline(task: TimedTask, now: Date): NextDeadline | null {
  const unmet = unmetDeadlines(task)
  return (
    unmet.find(({ is_limit, at }) => is_limit || !hasPassed(at, now)) ?? null
  )
}

type NextDeadline = { deadline: Deadline; at: Date }

function readDeadline(
  task: ReadTask,
  { deadline, at }: NextDeadline,
  calendar: BusinessCalendar,
  now: Date
): TimerReading {
  const limit = deadline === "response_target" ? task.response_limit_at : at
  const isCritical = calendar.between(now, limit) <= CRITICAL_SECONDS
  const isOpen = calendar.isOpen(now)
  const opens_at = isOpen ? null : nextOpening(calendar, now)
  return {
    state: isOpen ? "running" : "closed",
    level: hasPassed(limit, now)
      ? "breached"
      : isCritical
        ? "critical"
        : levelWithTimeLeft(task, deadline),
    counting_to: deadline,
    business_seconds_left: calendar.between(now, at),
    next_change_at: earliestAfter(now, [
      passingOf(at, now),
      isCritical ? null : calendar.add(limit, -CRITICAL_SECONDS),
      passingOf(limit, now),
      isOpen ? nextClosing(calendar, now) : opens_at,
    ]),
    opens_at,
  }
}

/** The level before the limit is near. */
function levelWithTimeLeft(
  { due_at }: ReadTask,
  deadline: Deadline
): TimerLevel {
  switch (deadline) {
    case "response_target":
      return "on_track"
    case "response_limit":
      return "at_risk"
    case "resolution_limit":
      return due_at === null ? "on_track" : "at_risk"
  }
}

const NOT_COUNTING = {
  level: "on_track",
  counting_to: null,
  business_seconds_left: null,
  next_change_at: null,
  opens_at: null,
} as const

/**
 * A deadline can still be met at exactly its time, and has passed right after.
 */
function passingOf(deadline: Date, now: Date): Date {
  return deadline.getTime() === now.getTime()
    ? new Date(now.getTime() + 1)
    : deadline
}

function earliestAfter(now: Date, moments: (Date | null)[]): Date | null {
  return moments.reduce<Date | null>(
    (earliest, moment) =>
      moment && moment > now && (earliest === null || moment < earliest)
        ? moment
        : earliest,
    null
  )
}

/**
 * - `running`: the response timer counts
 * - `closed`: it is paused, because the shop is closed
 * - `waiting`: nothing is due before `waiting_until`
 * - `due`: answered before, and the next attempt is due
 * - `met`: answered, and nothing further is due
 * - `stopped`: completed or canceled
 */
export type TimerState =
  "running" | "closed" | "waiting" | "due" | "met" | "stopped"

/**
 * - `on_track`: the response target is still ahead, and the limit not near
 * - `at_risk`: the target was missed, or the next attempt is due
 * - `critical`: five business minutes or less are left to the response limit
 * - `breached`: the response limit passed unmet
 */
export type TimerLevel = "on_track" | "at_risk" | "critical" | "breached"
