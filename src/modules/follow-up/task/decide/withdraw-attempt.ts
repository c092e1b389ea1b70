import { eventOf } from "../events"
import { requestKey } from "../number-request"
import {
  activity,
  type Decision,
  type LastAttempt,
  type Situation,
  UNCHANGED,
} from "./decision"
import { Refusal } from "./refusal"

/** A slip of the finger is seen at once: what stood for longer was meant. */
const WITHDRAWN_WITHIN_MS = 10 * 60_000

/**
 * Takes back the last attempt, which was recorded by mistake: the task is as it
 * was before, its timer included, as if nobody had called. Only while nothing
 * else has happened to the task, and only by who recorded it.
 */
export function withdrawAttempt(situation: Situation): Decision {
  const { task, now, last_attempt } = situation
  if (!last_attempt) {
    throw new Refusal("This task has no attempt that could be withdrawn")
  }
  if (last_attempt.withdrawn_at) {
    return UNCHANGED
  }
  refuseWhatMustStay(situation, last_attempt)
  const { id, channel, outcome, attempted_at, before } = last_attempt
  const reopened =
    task.status === "completed" ? eventOf("reopened", task) : null
  return {
    changes: before,
    attempt: null,
    withdraws: {
      attempt_id: id,
      request:
        outcome === "wrong_number"
          ? { key: requestKey(task), opened_at: attempted_at }
          : null,
    },
    activities: [activity("withdrawn", now, { channel, outcome })],
    outbox: reopened ? [reopened] : [],
  }
}

function refuseWhatMustStay(
  { task, now, actor_id }: Situation,
  { attempted_at, before, ...attempt }: LastAttempt
): void {
  if (attempt.actor_id !== actor_id) {
    throw new Refusal(
      attempt.actor_id
        ? "The last attempt was recorded by {assignee}, who alone may withdraw it"
        : "The last attempt was not recorded by a person, and no person may withdraw it",
      attempt.actor_id
    )
  }
  if (now.getTime() - attempted_at.getTime() > WITHDRAWN_WITHIN_MS) {
    throw new Refusal(
      `The last attempt was recorded at ${attempted_at.toISOString()}; an attempt may be withdrawn within 10 minutes`
    )
  }
  if (task.updated_at.getTime() !== attempted_at.getTime()) {
    throw new Refusal(
      "This task has changed since its last attempt, which may not be withdrawn any more"
    )
  }
  if (before.phone !== undefined) {
    throw new Refusal(
      "The last attempt brought a phone number, which is in use already, and may not be withdrawn; reopen the task instead"
    )
  }
}
