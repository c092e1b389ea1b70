import { activity, type Decision, type Situation, UNCHANGED } from "./decision"
import type { MessageFailed } from "./command"
import type { Task } from "../task"

/**
 * A message could not be sent, so the customer was not written to: the task and
 * its timer are as they were before the attempt, unless something else has
 * happened since. The attempt stays in the history, with what it said.
 */
export function messageFailed(
  { task, last_attempt, now }: Situation,
  { attempt_id, channel, error }: MessageFailed
): Decision {
  const isLast = last_attempt?.id === attempt_id
  if (isLast && last_attempt.message?.status !== "pending") {
    return UNCHANGED
  }
  return {
    changes: isLast ? before({ task, last_attempt }) : {},
    attempt: null,
    fails: { attempt_id, error },
    activities: [activity("message_failed", now, { channel, error })],
  }
}

/**
 * The same, for another task of the call: the message is not kept there, but its
 * attempt was counted.
 */
export function takeBackAttempt(
  situation: Situation,
  { channel, error }: MessageFailed
): Decision {
  return {
    changes: before(situation),
    attempt: null,
    activities: [activity("message_failed", situation.now, { channel, error })],
  }
}

/** The values before the last attempt, if nothing has changed since. */
function before({
  task,
  last_attempt,
}: Pick<Situation, "task" | "last_attempt">): Partial<Task> {
  return last_attempt !== null &&
    task.updated_at.getTime() === last_attempt.attempted_at.getTime()
    ? last_attempt.before
    : {}
}
