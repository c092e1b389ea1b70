import type { Deadline } from "../../../../desk/playbook"
import type { Task } from "../task"

/** A deadline that passes unmet, at most once per task. */
export type Miss = "target_missed" | "breached" | "resolution_breached"

type DeadlineRule = {
  deadline: Deadline
  at: `${Deadline}_at`
  /**
   * The column that records when it was met; null if only closing the task
   * meets it.
   */
  met_at: "responded_at" | null
  /**
   * A task is late once a limit has passed; a missed target does not make it
   * late.
   */
  is_limit: boolean
  miss: Miss
}

/**
 * Deadlines pass only while a task is open: its clock is paused while it waits.
 */
export const COUNTING_STATUS = "open" satisfies Task["status"]

/**
 * What a task counts down to, in order. Used both for a single task and for the
 * queue, which queries the database about all of them.
 */
export const DEADLINE_RULES: readonly DeadlineRule[] = [
  {
    deadline: "response_target",
    at: "response_target_at",
    met_at: "responded_at",
    is_limit: false,
    miss: "target_missed",
  },
  {
    deadline: "response_limit",
    at: "response_limit_at",
    met_at: "responded_at",
    is_limit: true,
    miss: "breached",
  },
  {
    deadline: "resolution_limit",
    at: "resolution_limit_at",
    met_at: null,
    is_limit: true,
    miss: "resolution_breached",
  },
]

/** The fields that deadlines are read from. */
export type TimedTask = Pick<
  Task,
  | "status"
  | "responded_at"
  | "response_target_at"
  | "response_limit_at"
  | "resolution_limit_at"
>

type UnmetDeadline = Pick<DeadlineRule, "deadline" | "miss" | "is_limit"> & {
  at: Date
}

/** The deadlines that are being counted while the task is open. */
export function unmetDeadlines(task: TimedTask): UnmetDeadline[] {
  const unmet: UnmetDeadline[] = []
  if (task.status !== COUNTING_STATUS) {
    return unmet
  }
  for (const {
    deadline,
    at: column,
    met_at,
    is_limit,
    miss,
  } of DEADLINE_RULES) {
    const at = task[column]
    if (at && !(met_at && task[met_at])) {
      unmet.push({ deadline, at, is_limit, miss })
    }
  }
  return unmet
}

/** A deadline can still be met at exactly its time. */
export function hasPassed(deadline_at: Date, now: Date): boolean {
  return deadline_at < now
}

/** Whether the target has passed, and nobody has reacted. */
export function missesTarget(task: TimedTask, now: Date): boolean {
  return unmetDeadlines(task).some(
    ({ at, is_limit }) => !is_limit && hasPassed(at, now)
  )
}

/** The limits that make a task late. */
export function passedLimits(task: TimedTask, now: Date): Deadline[] {
  return unmetDeadlines(task)
    .filter(({ at, is_limit }) => is_limit && hasPassed(at, now))
    .map(({ deadline }) => deadline)
}

export function isLate(task: TimedTask, now: Date): boolean {
  return passedLimits(task, now).length > 0
}
