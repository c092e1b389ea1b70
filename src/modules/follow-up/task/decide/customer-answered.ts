import { waitsForNumber } from "../waits-for-number"
import type { CustomerAnswered, NoReply } from "./command"
import { type Decision, type Situation, UNCHANGED } from "./decision"
import { resume } from "./waiting"

/**
 * Ends the wait for what the customer has answered, and with it the row of
 * attempts that had no success. A time that they named themselves holds, unless
 * somebody has to talk to them. A wait that began after they answered goes on.
 */
export function customerAnswered(
  situation: Situation,
  { needs_call, answered_at }: Omit<CustomerAnswered, "kind">
): Decision {
  const { task, now } = situation
  const isOver =
    task.status === "waiting" &&
    (needs_call || task.waiting_reason === "customer_reply") &&
    (!task.waiting_since || !answered_at || task.waiting_since <= answered_at)
  if (!isOver || waitsForNumber(task)) {
    return UNCHANGED
  }
  const { changes, activities } = resume(situation, now)
  return {
    changes: { ...changes, ladder: {}, fallback: null },
    attempt: null,
    activities: activities.map((each) => ({
      ...each,
      data: { ...each.data, by_customer: true },
    })),
  }
}

/**
 * Ends a wait for the customer's reply that began while they could answer. The
 * row of attempts that had no success goes on.
 */
export function noReply(
  situation: Situation,
  { asked_at, ended_at }: Pick<NoReply, "asked_at" | "ended_at">
): Decision {
  const { status, waiting_reason, waiting_since } = situation.task
  const isOver =
    status === "waiting" &&
    waiting_reason === "customer_reply" &&
    waiting_since !== null &&
    waiting_since >= asked_at &&
    waiting_since < ended_at
  if (!isOver) {
    return UNCHANGED
  }
  const { activities, ...resumed } = resume(situation, situation.now)
  return {
    ...resumed,
    activities: activities.map((each) => ({
      ...each,
      data: { ...each.data, no_reply: true },
    })),
  }
}
