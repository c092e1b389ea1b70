import type { BusinessCalendar } from "../../business-time"
import type { Task } from "./task"
import type { TimerLevel, TimerState } from "./vocabulary"

/** With this much business time left to the limit, an order is about to be lost. */
export const CRITICAL_SECONDS = 5 * 60

/** Where a task's clock stands at a moment. */
export type TimerReading = {
  state: TimerState
  level: TimerLevel
  counting_to: "response_target" | "response_limit" | null
  /** Business seconds left; negative is business time since the breach. */
  business_seconds_left: number | null
  /** When state, level or counting_to change by themselves. */
  next_change_at: Date | null
  /** When the shop opens, while it is closed. */
  opens_at: Date | null
}

type TimedTask = Pick<
  Task,
  | "status"
  | "responded_at"
  | "response_target_at"
  | "response_limit_at"
  | "due_at"
  | "waiting_until"
>

/** Reads a task's timer as of `now`. Late is derived here, and nowhere stored. */
export function readTimer(
  task: TimedTask,
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
  if (task.responded_at) {
    return task.due_at === null
      ? { ...NOT_COUNTING, state: "met" }
      : { ...NOT_COUNTING, state: "due", level: "at_risk" }
  }
  return readResponse(task, calendar, now)
}

/** The next unmet one of target and limit, or null where none is running. */
export function nextDeadline(task: TimedTask, now: Date): Date | null {
  if (task.status !== "open" || task.responded_at) {
    return null
  }
  return now <= task.response_target_at
    ? task.response_target_at
    : task.response_limit_at
}

function readResponse(
  task: TimedTask,
  calendar: BusinessCalendar,
  now: Date
): TimerReading {
  const { response_target_at: target, response_limit_at: limit } = task
  const counting_to = now <= target ? "response_target" : "response_limit"
  const breached = now > limit
  const left_to_limit = breached
    ? -calendar.between(limit, now)
    : calendar.between(now, limit)
  const critical_at = calendar.add(limit, -CRITICAL_SECONDS)
  const level = breached
    ? "breached"
    : counting_to === "response_limit" && now >= critical_at
      ? "critical"
      : counting_to === "response_limit"
        ? "at_risk"
        : "on_track"

  const open = calendar.isOpen(now)
  const opens_at = open ? null : calendar.nextOpening(now)
  const closes_at = open ? calendar.windows(now, aWeekAfter(now))[0]?.end : null
  return {
    state: open ? "running" : "closed",
    level,
    counting_to,
    business_seconds_left:
      counting_to === "response_target"
        ? calendar.between(now, target)
        : left_to_limit,
    next_change_at: earliestAfter(now, [
      target,
      critical_at,
      limit,
      opens_at,
      closes_at,
    ]),
    opens_at,
  }
}

const NOT_COUNTING = {
  level: "on_track",
  counting_to: null,
  business_seconds_left: null,
  next_change_at: null,
  opens_at: null,
} as const

function earliestAfter(
  now: Date,
  moments: (Date | null | undefined)[]
): Date | null {
  return moments.reduce<Date | null>(
    (earliest, moment) =>
      moment && moment > now && (earliest === null || moment < earliest)
        ? moment
        : earliest,
    null
  )
}

function aWeekAfter(now: Date): Date {
  return new Date(now.getTime() + 7 * 24 * 3_600_000)
}
