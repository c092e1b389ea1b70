import { requestKey } from "../number-request"
import type { WaitingReason } from "../task"
import type { AttemptOutcome } from "../../../../desk/attempts"
import { closeWith, refuseIfClosed } from "./closing"
import { missedDeadlines } from "./clock"
import type { RecordAttempt } from "./command"
import {
  activity,
  type Attempt,
  type Decision,
  type Situation,
  UNCHANGED,
} from "./decision"
import { giveUp } from "./fallback"
import { Refusal } from "../../../../refusals"
import { climb } from "./retry-ladder"
import { pausedAt, runningAt } from "../clock/task-clock"
import { LONGEST_WAIT_MS, NOT_WAITING } from "./waiting"

/**
 * Two equal attempts by the same person within a minute are one attempt sent
 * twice: a call takes longer than that to fail in the same way again.
 */
const SAME_ATTEMPT_MS = 60_000

const REACHED: ReadonlySet<AttemptOutcome> = new Set([
  "reached",
  "call_back_later",
])

/** Writes down a try to reach the customer; the first one meets the timer. */
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
  }
  if (isSentAgain(situation, attempt, command.complete_with)) {
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

type AfterAttempt = Pick<Decision, "changes" | "activities" | "open">

/** What the task does between this attempt and the next. */
function afterAttempt(
  situation: Situation,
  command: RecordAttempt
): AfterAttempt {
  const { now } = situation
  if (command.outcome === "reached") {
    return {
      changes: {
        ...runningAt(situation, now),
        ...NOT_WAITING,
        status: "open",
        due_at: null,
        ladder: {},
        fallback: null,
      },
      activities: [],
    }
  }
  if (command.call_back_at) {
    const waits = waitFor(situation, command.call_back_at, "call_back")
    return { ...waits, changes: { ...waits.changes, ladder: {} } }
  }
  if (command.outcome === "wrong_number" && situation.type.gets !== "phone") {
    return askForNumber(situation)
  }
  const { ladder, next } = climb(situation, command.outcome)
  const after = next
    ? waitFor(
        situation,
        next,
        command.outcome === "message_sent" ? "customer_reply" : "next_attempt"
      )
    : giveUp(situation)
  return { ...after, changes: { ...after.changes, ladder } }
}

/** The customer cannot be called: a task of its own asks for their number. */
function askForNumber(situation: Situation): AfterAttempt {
  const { task, now, phone_type } = situation
  const wrong_phones = task.phone
    ? [...new Set([...task.wrong_phones, task.phone])]
    : task.wrong_phones
  const waits = waitFor(situation, null, "new_number")
  const after = {
    ...waits,
    changes: { ...waits.changes, wrong_phones, ladder: {} },
  }
  const isAskedFor =
    task.waiting_reason === "new_number" &&
    wrong_phones.length === task.wrong_phones.length
  if (isAskedFor) {
    return after
  }
  if (phone_type === null) {
    return { ...after, open: [] }
  }
  return {
    ...after,
    open: [
      {
        type: phone_type,
        opened_at: now,
        dedupe_key: requestKey(phone_type, { id: task.id, wrong_phones }),
        customer_id: task.customer_id,
        customer_name: task.customer_name,
        email: task.email,
        phone: null,
        phone_e164: null,
        country_code: task.country_code,
        order_id: task.order_id,
        order_display_id: task.order_display_id,
        currency_code: task.currency_code,
        order_total: task.order_total,
        sales_channel_id: task.sales_channel_id,
        stock_location_id: task.stock_location_id,
        region_id: task.region_id,
        locale: task.locale,
      },
    ],
  }
}

/** @param until - null: until something happens that brings the task back */
function waitFor(
  situation: Situation,
  until: Date | null,
  waiting_reason: WaitingReason
): Pick<Decision, "changes" | "activities"> {
  const { now } = situation
  return {
    changes: {
      ...pausedAt(situation, now),
      status: "waiting",
      due_at: until,
      waiting_since: now,
      waiting_until: until,
      waiting_reason,
      fallback: null,
    },
    activities: [
      activity("waiting", now, { until: until?.toISOString(), waiting_reason }),
    ],
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
  if (command.complete_with !== null && command.outcome !== "reached") {
    throw new Refusal("completed_unreached", { outcome: command.outcome }, [
      "complete_with",
    ])
  }
}
