import { afterAttempt } from "./after-attempt"
import type { AttemptOutcome } from "../../../../desk/attempts"
import { closeWith, refuseIfClosed, refuseOtherAnswers } from "./closing"
import { missedDeadlines } from "./clock"
import type { RecordAttempt } from "./command"
import {
  activity,
  type Attempt,
  type Decision,
  type Situation,
  UNCHANGED,
} from "./decision"
import { Refusal } from "../../../../refusals"
import { checkMessage, isSameMessage } from "../message"
import { pausedAt } from "../clock/task-clock"
import { LONGEST_WAIT_MS } from "./waiting"

/**
 * Two equal attempts by the same person within a minute are one attempt sent
 * twice: two calls cannot fail in the same way so quickly.
 */
const SAME_ATTEMPT_MS = 60_000

const REACHED: ReadonlySet<AttemptOutcome> = new Set([
  "reached",
  "call_back_later",
])

/** Records an attempt to reach the customer; the first one meets the timer. */
export function recordAttempt(
  situation: Situation,
  command: RecordAttempt
): Decision {
  const { task, now, actor_id } = situation
  const attempt: Attempt = {
    channel: command.channel,
    outcome: command.outcome,
    note: command.note,
    call_back_at: command.call_back_at,
    attempted_at: now,
    actor_id,
    message:
      command.message === undefined
        ? null
        : checkMessage(
            command.message,
            command.channel,
            task,
            task.country_code ?? situation.default_country
          ),
  }
  if (isSentAgain(situation, attempt, command.complete_with)) {
    refuseOtherAnswers(situation, command)
    return UNCHANGED
  }
  refuseIfClosed(task, "attempted")
  refuseWhatDoesNotFit(command, now)

  const activities = [
    ...missedDeadlines(situation),
    activity("attempted", now, {
      channel: command.channel,
      outcome: command.outcome,
      note: command.note ?? undefined,
    }),
  ]
  const changes: Decision["changes"] = {
    attempt_count: task.attempt_count + 1,
    responded_at: task.responded_at ?? now,
    first_contact_at:
      task.first_contact_at ?? (REACHED.has(command.outcome) ? now : null),
    assignee_id: task.assignee_id ?? actor_id,
  }

  if (command.complete_with !== null) {
    const closing = closeWith(
      situation,
      command.complete_with,
      now,
      null,
      command,
      "complete_with"
    )
    return {
      changes: { ...changes, ...pausedAt(situation, now), ...closing.changes },
      attempt,
      activities: [...activities, ...closing.activities],
    }
  }
  const next = afterAttempt(situation, command)
  return {
    ...next,
    changes: { ...changes, ...next.changes },
    attempt,
    activities: [...activities, ...next.activities],
  }
}

function isSentAgain(
  { task, last_attempt, now }: Situation,
  attempt: Attempt,
  complete_with: string | null
): boolean {
  return (
    last_attempt !== null &&
    last_attempt.withdrawn_at === null &&
    last_attempt.actor_id === attempt.actor_id &&
    last_attempt.channel === attempt.channel &&
    last_attempt.outcome === attempt.outcome &&
    last_attempt.note === attempt.note &&
    isSameMessage(last_attempt.message, attempt.message) &&
    last_attempt.message?.status !== "failed" &&
    last_attempt.call_back_at?.getTime() === attempt.call_back_at?.getTime() &&
    now.getTime() - last_attempt.attempted_at.getTime() < SAME_ATTEMPT_MS &&
    (complete_with === null
      ? task.status !== "completed"
      : task.status === "completed" && task.outcome === complete_with)
  )
}

function refuseWhatDoesNotFit(command: RecordAttempt, now: Date): void {
  if (command.outcome === "call_back_later" && !command.call_back_at) {
    throw new Refusal("call_back_missing", {}, ["call_back_at"])
  }
  if (command.call_back_at && command.outcome !== "call_back_later") {
    throw new Refusal("call_back_with_outcome", { outcome: command.outcome }, [
      "call_back_at",
    ])
  }
  if (command.call_back_at && command.call_back_at <= now) {
    throw new Refusal("call_back_passed", { at: command.call_back_at }, [
      "call_back_at",
    ])
  }
  if (
    command.call_back_at &&
    command.call_back_at.getTime() - now.getTime() > LONGEST_WAIT_MS
  ) {
    throw new Refusal("too_far_ahead", { at: command.call_back_at }, [
      "call_back_at",
    ])
  }
  if (command.message && command.outcome !== "message_sent") {
    throw new Refusal("message_with_outcome", { outcome: command.outcome }, [
      "message",
    ])
  }
  if (command.complete_with !== null && command.outcome !== "reached") {
    throw new Refusal("completed_unreached", { outcome: command.outcome }, [
      "complete_with",
    ])
  }
}
