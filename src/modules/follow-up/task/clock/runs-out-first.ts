import type { BusinessCalendar } from "../../../../business-time"
import { nextDeadline, readTimer, type TimerLevel } from "./read-timer"
import type { Task } from "../task"

/** The more urgent, the higher. */
const URGENCY: Record<TimerLevel, number> = {
  on_track: 0,
  at_risk: 1,
  critical: 2,
  breached: 3,
}

/**
 * Of the tasks of one call, the one whose timer is the call's: that of the worst
 * level, and of several the one with the next deadline. It need not be the one
 * that leads, which has the highest priority.
 *
 * @param first - the task that a tie leaves it to
 */
export function runsOutFirst(
  first: Task,
  others: readonly Task[],
  calendarOf: (task: Task) => BusinessCalendar,
  now: Date
): Task {
  const urgency = (task: Task) =>
    URGENCY[readTimer(task, calendarOf(task), now).level]
  const deadline = (task: Task) =>
    nextDeadline(task, now)?.at.getTime() ?? Infinity
  return others.reduce((worst, task) => {
    const by = urgency(task) - urgency(worst)
    return by > 0 || (by === 0 && deadline(task) < deadline(worst))
      ? task
      : worst
  }, first)
}
