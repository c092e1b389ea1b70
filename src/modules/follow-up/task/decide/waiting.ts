import { keepNote, refuseIfClosed } from "./closing"
import { missedDeadlines } from "./clock"
import type { Task } from "../task"
import type { Command } from "./command"
import { activity, type Decision, type Situation, UNCHANGED } from "./decision"
import { pausedAt, runningAt } from "../clock/task-clock"
import { Refusal } from "../../../../refusals"

type Wait = Extract<Command, { kind: "wait" }>

/** A year: a task that waits longer has been forgotten. */
export const LONGEST_WAIT_MS = 366 * 24 * 3_600_000

export const NOT_WAITING = {
  waiting_since: null,
  waiting_until: null,
  waiting_reason: null,
} satisfies Partial<Task>

/**
 * Makes the task wait for the customer until a time. Pauses the response timer.
 */
export function wait(situation: Situation, command: Wait): Decision {
  const { task, now } = situation
  if (
    task.status === "waiting" &&
    task.waiting_until?.getTime() === command.until.getTime() &&
    task.waiting_reason === command.reason
  ) {
    return keepNote(situation, command.note)
  }
  refuseIfClosed(task, "put to waiting")
  if (command.until <= now) {
    throw new Refusal("wait_passed", { at: command.until }, ["until"])
  }
  if (command.until.getTime() - now.getTime() > LONGEST_WAIT_MS) {
    throw new Refusal("too_far_ahead", { at: command.until }, ["until"])
  }
  return {
    changes: putToWaiting(situation, command),
    attempt: null,
    activities: [
      ...missedDeadlines(situation),
      activity("waiting", now, {
        until: command.until.toISOString(),
        waiting_reason: command.reason,
        note: command.note ?? undefined,
      }),
    ],
  }
}

/**
 * What a task is once it waits until a time. A wait that is put off goes on; for
 * something else, it is another wait.
 */
export function putToWaiting(
  situation: Situation,
  { until, reason }: Pick<Wait, "until" | "reason">
): Partial<Task> {
  const { task, now } = situation
  const isPutOff =
    task.status === "waiting" &&
    task.waiting_reason === reason &&
    (task.waiting_until === null || task.waiting_until > now)
  return {
    ...(isPutOff ? {} : pausedAt(situation, now)),
    status: "waiting",
    due_at: until,
    waiting_since: isPutOff ? task.waiting_since : now,
    waiting_until: until,
    waiting_reason: reason,
  }
}

/**
 * Resumes a waiting task.
 *
 * @param at - when it resumed: now, or at the end of its wait
 */
export function resume(situation: Situation, at: Date): Decision {
  const { task } = situation
  if (task.status === "open") {
    return UNCHANGED
  }
  refuseIfClosed(task, "resumed")
  const clock = runningAt(situation, at)
  return {
    changes: {
      ...clock,
      status: "open",
      ...NOT_WAITING,
      due_at: task.responded_at ? at : clock.response_target_at,
    },
    attempt: null,
    activities: [activity("resumed", at)],
  }
}
