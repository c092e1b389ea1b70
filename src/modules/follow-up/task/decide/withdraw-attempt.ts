import { CALLING_LASTS_MS } from "../calling-now"
import { eventOf } from "../events"
import { requestKey } from "../number-request"
import {
  activity,
  type Decision,
  type LastAttempt,
  type Situation,
  UNCHANGED,
} from "./decision"
import { reopen } from "./closing"
import { isUntouchedSince, valuesBefore } from "./take-back"
import { Refusal } from "../../../../refusals"

/** A slip of the finger is noticed at once; an older attempt was meant. */
const WITHDRAWN_WITHIN_MINUTES = 10

/**
 * Withdraws the last attempt, which was recorded by mistake: the task and its
 * timer are as they were before. Allowed only while nothing else has happened
 * to the task, and only for the person who recorded it. What was done for the
 * customer is not undone by that, so neither is the attempt that says so.
 */
export function withdrawAttempt(situation: Situation): Decision {
  const { task, now, last_attempt, phone_type } = situation
  if (!last_attempt) {
    throw new Refusal("no_attempt", {})
  }
  if (last_attempt.withdrawn_at) {
    return UNCHANGED
  }
  if (isSettledLater(situation, last_attempt)) {
    return reopenInCall(situation, last_attempt)
  }
  refuseWhatMustStay(situation, last_attempt)
  const { id, channel, outcome, attempted_at } = last_attempt
  const reopened =
    task.status === "completed" ? eventOf("reopened", task) : null
  return {
    changes: valuesBefore(last_attempt),
    attempt: null,
    withdraws: {
      attempt_id: id,
      request:
        outcome === "wrong_number" && phone_type !== null
          ? { key: requestKey(phone_type, task), opened_at: attempted_at }
          : null,
    },
    activities: [activity("withdrawn", now, { channel, outcome })],
    outbox: reopened ? [reopened] : [],
  }
}

/**
 * Whether the task was completed by a person later in the same call: then the
 * call did happen, and only its outcome was a slip.
 */
function isSettledLater(
  { task, actor_id, now }: Situation,
  { outcome, attempted_at, actor_id: caller_id }: LastAttempt
): boolean {
  return (
    task.status === "completed" &&
    outcome === "reached" &&
    caller_id === actor_id &&
    actor_id !== null &&
    task.completed_at !== null &&
    task.completed_at > attempted_at &&
    task.completed_at.getTime() === task.updated_at.getTime() &&
    now.getTime() - task.completed_at.getTime() <=
      WITHDRAWN_WITHIN_MINUTES * 60_000
  )
}

/** What was settled in the call itself was answered by then, and nothing due. */
function reopenInCall(
  situation: Situation,
  { attempted_at }: LastAttempt
): Decision {
  const { completed_at } = situation.task
  const reopened = reopen(situation, null)
  const is_in_call =
    completed_at !== null &&
    completed_at.getTime() - attempted_at.getTime() < CALLING_LASTS_MS
  return is_in_call
    ? { ...reopened, changes: { ...reopened.changes, due_at: null } }
    : reopened
}

function refuseWhatMustStay(
  { task, now, actor_id }: Situation,
  attempt: LastAttempt
): void {
  const { attempted_at, before } = attempt
  if (attempt.actor_id !== actor_id) {
    throw attempt.actor_id
      ? new Refusal("not_your_attempt", { assignee: attempt.actor_id })
      : new Refusal("attempt_of_nobody", {})
  }
  if (attempt.by_deed) {
    throw new Refusal("attempt_of_deed", {})
  }
  const age = now.getTime() - attempted_at.getTime()
  if (age > WITHDRAWN_WITHIN_MINUTES * 60_000) {
    throw new Refusal("attempt_too_old", {
      at: attempted_at,
      minutes: WITHDRAWN_WITHIN_MINUTES,
    })
  }
  if (!isUntouchedSince(task, attempt)) {
    throw new Refusal("changed_since_attempt", {})
  }
  if (attempt.message && attempt.message.status !== "failed") {
    throw new Refusal("message_stays", {})
  }
  if (before.phone !== undefined) {
    throw new Refusal("attempt_brought_number", {})
  }
}
