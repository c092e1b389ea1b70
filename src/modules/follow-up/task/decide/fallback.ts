import { waitsForNumber } from "../waits-for-number"
import { activity, type Decision, type Situation, UNCHANGED } from "./decision"
import { runningAt } from "../clock/task-clock"
import { NOT_WAITING } from "./waiting"

/**
 * The customer cannot be called any more, and nobody is being asked for a
 * number. A task that was resumed meanwhile is left alone.
 */
export function giveUpCalling(situation: Situation): Decision {
  const { task } = situation
  if (!waitsForNumber(task)) {
    return UNCHANGED
  }
  return { ...giveUp(situation), attempt: null }
}

/**
 * The attempts are used up: a person must now apply the fallback of the
 * playbook. An order is never canceled without a person.
 */
export function giveUp(
  situation: Situation
): Pick<Decision, "changes" | "activities"> {
  const { task, now, playbook } = situation
  const { fallback } = playbook.definition.retry
  const assignee_id =
    fallback.kind === "hand_over"
      ? (fallback.assignee_id ?? null)
      : task.assignee_id
  return {
    changes: {
      ...runningAt(situation, now),
      ...NOT_WAITING,
      status: "open",
      due_at: now,
      fallback: fallback.kind,
      assignee_id,
    },
    activities: [
      activity("attempts_used_up", now, { fallback: fallback.kind }),
      ...(assignee_id === task.assignee_id
        ? []
        : [activity("assigned", now, { assignee_id })]),
    ],
  }
}
