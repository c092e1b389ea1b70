import { activity, type Decision, type Situation, UNCHANGED } from "./decision"
import type { MessageFailed } from "./command"
import { isUntouchedSince, valuesBefore } from "./take-back"

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
    changes:
      isLast && isUntouchedSince(task, last_attempt)
        ? valuesBefore(last_attempt)
        : {},
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
  { last_attempt, now }: Situation,
  { channel, error }: MessageFailed
): Decision {
  return {
    changes: last_attempt ? valuesBefore(last_attempt) : {},
    attempt: null,
    activities: [activity("message_failed", now, { channel, error })],
  }
}
