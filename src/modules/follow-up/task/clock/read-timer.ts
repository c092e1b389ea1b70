import type { BusinessCalendar } from "../../../../business-time"
import { nextClosing, nextOpening, unlessNoneIsLeft } from "./next-turn"
import type { Task } from "../task"
import { unmetDeadlines } from "./timer-step"
import type { Deadline } from "../../rules/playbooks/playbook"

/** With this much business time left to the limit, an order is about to be lost. */
const CRITICAL_SECONDS = 5 * 60

/** Where a task's clock stands at a moment. */
export type TimerReading = {
  state: TimerState
  level: TimerLevel
  counting_to: Deadline | null
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
  | "resolution_limit_at"
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
  if (!task.responded_at) {
    return readResponse(task, calendar, now)
  }
  if (task.resolution_limit_at) {
    return readResolution(task, task.resolution_limit_at, calendar, now)
  }
  return task.due_at === null
    ? { ...NOT_COUNTING, state: "met" }
    : { ...NOT_COUNTING, state: "due", level: "at_risk" }
}

/** Later than any deadline: calendars are worked out up to 2200. */
const NO_LIMIT_IS_LATER = new Date("2200-01-01T00:00:00Z")

/** The latest limit that is critical now, of the tasks under a calendar. */
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
 * The next unmet deadline, or null where none is running: of target and limit
 * the limit once the target passed, and once it was answered the resolution
 * limit.
 */
export function nextDeadline(
  task: TimedTask,
  now: Date
): { deadline: Deadline; at: Date } | null {
  const unmet = unmetDeadlines(task)
  return (
    unmet.find(
      ({ deadline, at }) => deadline !== "response_target" || now <= at
    ) ?? null
  )
}

function readResponse(
  task: TimedTask,
  calendar: BusinessCalendar,
  now: Date
): TimerReading {
  const { response_target_at: target, response_limit_at: limit } = task
  const counting_to = now <= target ? "response_target" : "response_limit"
  return readDeadline(
    {
      counting_to,
      at: counting_to === "response_target" ? target : limit,
      limit,
      otherwise: counting_to === "response_target" ? "on_track" : "at_risk",
      changes_at: [target],
    },
    calendar,
    now
  )
}

/** Once it was answered: what is left to serve the customer. */
function readResolution(
  task: TimedTask,
  limit: Date,
  calendar: BusinessCalendar,
  now: Date
): TimerReading {
  return readDeadline(
    {
      counting_to: "resolution_limit",
      at: limit,
      limit,
      otherwise: task.due_at === null ? "on_track" : "at_risk",
      changes_at: [],
    },
    calendar,
    now
  )
}

type Countdown = {
  counting_to: Deadline
  at: Date
  /** What is critical when it comes near, and breached once it passed. */
  limit: Date
  otherwise: TimerLevel
  /** When what it counts to changes, beside the limit. */
  changes_at: Date[]
}

function readDeadline(
  { counting_to, at, limit, otherwise, changes_at }: Countdown,
  calendar: BusinessCalendar,
  now: Date
): TimerReading {
  const isCritical = calendar.between(now, limit) <= CRITICAL_SECONDS
  const isOpen = calendar.isOpen(now)
  const opens_at = isOpen ? null : nextOpening(calendar, now)
  return {
    state: isOpen ? "running" : "closed",
    level: now > limit ? "breached" : isCritical ? "critical" : otherwise,
    counting_to,
    business_seconds_left: calendar.between(now, at),
    next_change_at: earliestAfter(now, [
      ...changes_at.map((moment) => passingOf(moment, now)),
      isCritical ? null : calendar.add(limit, -CRITICAL_SECONDS),
      passingOf(limit, now),
      isOpen ? nextClosing(calendar, now) : opens_at,
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

/** At its very moment a deadline is still met, and has passed right after. */
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
 * - `closed`: it stands still, because the shop is closed
 * - `waiting`: nothing is due before `waiting_until`
 * - `due`: answered before, and the next attempt is due
 * - `met`: answered, and nothing further is due
 * - `stopped`: completed or canceled
 */
export type TimerState =
  "running" | "closed" | "waiting" | "due" | "met" | "stopped"

/**
 * - `on_track`: the response target is still ahead, and the limit not near
 * - `at_risk`: the target was missed, or a next attempt is due
 * - `critical`: five business minutes or less are left to the response limit
 * - `breached`: the response limit passed unmet
 */
export type TimerLevel = "on_track" | "at_risk" | "critical" | "breached"
