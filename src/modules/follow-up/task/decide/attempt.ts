import { afterAttempt, afterSharedAttempt } from "./after-attempt"
import type { AttemptOutcome } from "../../../../desk/attempts"
import { CALLING_LASTS_MS, NOT_CALLING } from "../calling-now"
import { isActive } from "../is-active"
import {
  closeWith,
  complete,
  keepNote,
  refuseIfClosed,
  refuseOtherAnswers,
} from "./closing"
import { missedDeadlines } from "./clock"
import type { RecordAttempt } from "./command"
import type { Task } from "../task"
import {
  activity,
  type Activity,
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
  const { task, now } = situation
  const message =
    command.message === undefined
      ? null
      : checkMessage(
          command.message,
          command.channel,
          task,
          task.country_code ?? situation.default_country
        )
  const counted = countedAttempt(situation, command, message)
  if (isInSameCall(situation, command)) {
    const { note, received_phone, answers, complete_with: outcome } = command
    return outcome === null
      ? keepNote(situation, note)
      : complete(situation, {
          kind: "complete",
          outcome,
          note,
          received_phone,
          answers,
        })
  }
  if (
    !situation.is_keyed &&
    isSentAgain(situation, counted.attempt, command.complete_with)
  ) {
    refuseOtherAnswers(situation, command)
    return UNCHANGED
  }
  refuseIfClosed(task, "attempted")
  refuseWhatDoesNotFit(command, now)

  if (command.complete_with !== null) {
    const closing = closeWith(
      situation,
      command.complete_with,
      now,
      null,
      command,
      "complete_with"
    )
    return together(counted, {
      ...closing,
      changes: { ...pausedAt(situation, now), ...closing.changes },
    })
  }
  return together(counted, afterAttempt(situation, command))
}

/**
 * The same attempt, for another task of the call: it counts for every one, and
 * what comes next is as for the task on which it was recorded. A message leaves
 * once, and is kept there.
 *
 * @param lead - that task, as the attempt leaves it
 */
export function shareAttempt(
  situation: Situation,
  command: RecordAttempt,
  lead: Task
): Decision {
  const { changes, ...counted } = countedAttempt(situation, command, null)
  return together(
    { ...counted, changes: { ...changes, assignee_id: lead.assignee_id } },
    afterSharedAttempt(situation, command, lead)
  )
}

type Counted = {
  changes: Decision["changes"]
  attempt: Attempt
  activities: Activity[]
}

/** What every attempt does, whatever its outcome. */
function countedAttempt(
  situation: Situation,
  { channel, outcome, note, call_back_at, by_deed }: RecordAttempt,
  message: Attempt["message"]
): Counted {
  const { task, now, actor_id } = situation
  return {
    changes: {
      attempt_count: task.attempt_count + 1,
      responded_at: task.responded_at ?? now,
      first_contact_at:
        task.first_contact_at ?? (REACHED.has(outcome) ? now : null),
      assignee_id: task.assignee_id ?? actor_id,
      // Who was reached is still on the phone while there is more to settle.
      ...(outcome !== "reached" && NOT_CALLING),
    },
    attempt: {
      channel,
      outcome,
      note,
      call_back_at,
      attempted_at: now,
      actor_id,
      by_deed,
      message,
    },
    activities: [
      ...missedDeadlines(situation),
      activity("attempted", now, {
        channel,
        outcome,
        note: note ?? undefined,
        by_deed,
      }),
    ],
  }
}

function together(
  counted: Counted,
  next: Pick<Decision, "changes" | "activities" | "open">
): Decision {
  return {
    ...next,
    changes: { ...counted.changes, ...next.changes },
    attempt: counted.attempt,
    activities: [...counted.activities, ...next.activities],
  }
}

/**
 * Whether the customer was reached for another task of the call a moment ago,
 * and this settles a further one, or was done for them: one ringing phone is one
 * attempt.
 */
function isInSameCall(
  { task, actor_id, last_attempt, now }: Situation,
  command: RecordAttempt
): boolean {
  return (
    (command.complete_with !== null || command.by_deed === true) &&
    isActive(task) &&
    last_attempt !== null &&
    last_attempt.withdrawn_at === null &&
    last_attempt.outcome === "reached" &&
    last_attempt.outcome === command.outcome &&
    // What was done does not say how the customer was spoken to.
    (command.by_deed || last_attempt.channel === command.channel) &&
    last_attempt.actor_id === actor_id &&
    now.getTime() - last_attempt.attempted_at.getTime() < CALLING_LASTS_MS
  )
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
