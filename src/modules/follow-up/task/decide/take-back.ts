import { isActive } from "../is-active"
import type { Task } from "../task"
import { waitsForNumber } from "../waits-for-number"
import { type CallState, joinCall, stateOfCall } from "./call"
import {
  type Decision,
  type LastAttempt,
  type Situation,
  UNCHANGED,
} from "./decision"

/**
 * What a task gets back with an attempt. Who is calling is not among it: that
 * says what is so now, and the call may have ended meanwhile.
 */
export function valuesBefore({ before }: LastAttempt): Partial<Task> {
  const { calling_by: _, calling_since: __, ...values } = before
  return values
}

/** Whether nothing has happened to a task since an attempt, or since it came. */
export function isUntouchedSince(
  { updated_at, created_at }: Task,
  { attempted_at }: LastAttempt
): boolean {
  return (
    updated_at.getTime() <=
    Math.max(attempted_at.getTime(), created_at.getTime())
  )
}

/**
 * What it means for the other tasks of a call that an attempt is taken back:
 * those to which nothing else has happened are as they were before it, too, and
 * the rest joins them.
 *
 * If the task that is addressed has left the call since, or by the attempt, the
 * others may have moved on without it: then they stay as they are, and it joins
 * them.
 *
 * @param addressed - the task that has the attempt, as it was until now
 * @param takeBack - decides on another task on which the attempt was counted
 */
export function takeBackFromCall(
  { task, last_attempt }: Situation,
  others: readonly Situation[],
  takeBack: (situation: Situation) => Decision
): (other: Situation) => Decision {
  if (
    last_attempt === null ||
    (!isHeld(task) &&
      !others.every((other) => isUntouchedSince(other.task, last_attempt)))
  ) {
    return () => UNCHANGED
  }
  const before = { ...task, ...valuesBefore(last_attempt) }
  return (other) =>
    isSameAttempt(other.last_attempt, last_attempt) &&
    isUntouchedSince(other.task, last_attempt)
      ? takeBack(other)
      : joinCall(other, stateAfter(before, other.task))
}

const isHeld = (task: Task): boolean => isActive(task) && !waitsForNumber(task)

/** What a task of the call follows, once another has become like this. */
function stateAfter(task: Task, follower: Task): Partial<CallState> {
  if (!isHeld(task)) {
    return { assignee_id: task.assignee_id ?? follower.assignee_id }
  }
  const { assignee_id, ladder, waits } = stateOfCall([task])
  return { assignee_id, ladder, waits }
}

/** Whether two tasks' last attempts are one and the same call. */
function isSameAttempt(one: LastAttempt | null, other: LastAttempt): boolean {
  return (
    one !== null &&
    one.withdrawn_at === null &&
    one.actor_id === other.actor_id &&
    one.attempted_at.getTime() === other.attempted_at.getTime()
  )
}
