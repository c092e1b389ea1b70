import { NOT_CALLING } from "../calling-now"
import { isActive } from "../is-active"
import type { Task } from "../task"
import { pausedAt, runningAt } from "../clock/task-clock"
import { isClosedWithOrder } from "./cancel-order"
import { missedDeadlines } from "./clock"
import { isCallable, toE164 } from "../../contact/phone"
import type { Command, Complete } from "./command"
import { activity, type Decision, type Situation, UNCHANGED } from "./decision"
import { asksForPhone, outcomeOf } from "../../rules/playbooks/task-types"
import { readAnswers } from "./answers"
import { Refusal } from "../../../../refusals"
import { NOT_WAITING } from "./waiting"

type Cancel = Extract<Command, { kind: "cancel" }>

/** Completes the task with an outcome that its type allows. */
export function complete(situation: Situation, command: Complete): Decision {
  const { task, now } = situation
  if (task.status === "completed") {
    if (task.outcome !== command.outcome) {
      throw new Refusal("completed_otherwise", { outcome: task.outcome ?? "" })
    }
    refuseOtherAnswers(situation, command)
    return keepNote(situation, command.note)
  }
  refuseIfClosed(task, "completed")
  const at = notAfter(now, command.at)
  const closing = closeWith(
    situation,
    command.outcome,
    at,
    command.note,
    command
  )
  return {
    changes: {
      ...pausedAt(situation, at),
      // Whoever has got what they need is no longer kept waiting, even if they
      // helped themselves.
      responded_at: task.responded_at ?? at,
      ...closing.changes,
    },
    attempt: null,
    activities: [...missedDeadlines(situation, at), ...closing.activities],
  }
}

/**
 * Refuses a number or an answer that differs from the one with which the task
 * was completed: it would be lost.
 */
export function refuseOtherAnswers(
  { task, default_country }: Situation,
  { received_phone, answers = {} }: Pick<Complete, "received_phone" | "answers">
): void {
  const country = task.country_code ?? default_country
  const same = (phone: string | null) => toE164(phone, country) ?? phone
  if (
    received_phone &&
    same(received_phone) !== (task.phone_e164 ?? task.phone)
  ) {
    throw new Refusal(
      "completed_with_number",
      { was: received_phone, phone: task.phone ?? "" },
      ["phone"]
    )
  }
  for (const [name, given] of Object.entries(answers)) {
    const was = typeof given === "string" ? given.trim() : given
    if (was !== "" && task.data[name] !== was) {
      throw new Refusal("completed_with_answer", { name, was }, [
        "answers",
        name,
      ])
    }
  }
}

/**
 * The note of a command that has nothing else left to do, unless it is the last
 * one sent again.
 */
export function keepNote(
  { now, actor_id, last_note }: Situation,
  note: string | null
): Decision {
  const isSentAgain =
    last_note?.note === note && last_note?.actor_id === actor_id
  return !note || isSentAgain
    ? UNCHANGED
    : {
        changes: {},
        attempt: null,
        activities: [activity("noted", now, { note })],
      }
}

/** The part of completing a task that recording its last attempt shares. */
export function closeWith(
  { type, actor_id, task, default_country }: Situation,
  outcome: string,
  at: Date,
  note: string | null,
  {
    received_phone,
    answers,
    by_customer,
  }: Pick<Complete, "received_phone" | "answers" | "by_customer">,
  /** The field in which the outcome was given. */
  field: "outcome" | "complete_with" = "outcome"
): Pick<Decision, "changes" | "activities"> {
  const declared = outcomeOf(type, outcome)
  if (!declared) {
    throw new Refusal(
      "outcome_not_of_type",
      {
        outcome,
        type: type.type,
        allowed: type.outcomes.map((allowed) => allowed.outcome),
      },
      [field]
    )
  }
  const country = task.country_code ?? default_country
  if (asksForPhone(declared) && !received_phone) {
    throw new Refusal("number_missing", { outcome }, ["phone"])
  }
  if (received_phone && !isCallable(received_phone, country)) {
    throw new Refusal("not_a_phone_number", {}, ["phone"])
  }
  if (received_phone && actor_id !== null && !toE164(received_phone, country)) {
    throw new Refusal("number_of_no_country", {}, ["phone"])
  }
  const kept = readAnswers(declared, answers)
  const isAnswered = Object.keys(kept).length > 0
  return {
    changes: {
      ...CLOSED,
      ...(isAnswered && { data: { ...task.data, ...kept } }),
      status: "completed",
      outcome,
      completed_at: at,
      assignee_id: task.assignee_id ?? actor_id,
      ...(received_phone && {
        phone: received_phone,
        phone_e164:
          // A text with several numbers: which of them was decided before.
          (received_phone === task.phone ? task.phone_e164 : null) ??
          toE164(received_phone, country),
      }),
    },
    activities: [
      activity("completed", at, {
        outcome,
        note: note ?? undefined,
        by_customer,
        ...(isAnswered && { answers: kept }),
      }),
    ],
  }
}

/** Cancels the task: there is nothing left to do. */
export function cancel(situation: Situation, command: Cancel): Decision {
  const { task, now } = situation
  if (task.status === "canceled") {
    return keepNote(situation, command.note)
  }
  refuseIfClosed(task, "canceled")
  const at = notAfter(now, command.at)
  return {
    changes: {
      ...pausedAt(situation, at),
      ...CLOSED,
      status: "canceled",
      canceled_at: at,
      cancel_reason: command.reason,
    },
    attempt: null,
    activities: [
      ...missedDeadlines(situation, at),
      activity("canceled", at, {
        reason: command.reason,
        note: command.note ?? undefined,
        by_customer: command.by_customer,
      }),
    ],
  }
}

/**
 * Reopens a closed task. Deadlines that were met or missed stay so; a response
 * that is still missing gets the business time that was left for it.
 *
 * @throws Refusal if a person wants one back whose order is canceled; a program
 * may know better
 */
export function reopen(situation: Situation, note: string | null): Decision {
  const { task, now } = situation
  if (isActive(task)) {
    return keepNote(situation, note)
  }
  if (situation.actor_id !== null && isClosedWithOrder(task)) {
    throw new Refusal("closed_with_order", {})
  }
  const clock = runningAt(situation, now)
  return {
    changes: {
      ...clock,
      status: "open",
      outcome: null,
      completed_at: null,
      canceled_at: null,
      cancel_reason: null,
      fallback: null,
      due_at: task.responded_at ? now : clock.response_target_at,
    },
    attempt: null,
    activities: [activity("reopened", now, { note: note ?? undefined })],
  }
}

export function refuseIfClosed(task: Task, attempted: string): void {
  if (!isActive(task)) {
    throw new Refusal("task_closed", { status: task.status, attempted })
  }
}

/**
 * The time of the event, but not after our own clock: another machine's may be
 * ahead.
 */
function notAfter(now: Date, at: Date = now): Date {
  return at < now ? at : now
}

export const CLOSED = {
  fallback: null,
  ladder: {},
  ...NOT_WAITING,
  ...NOT_CALLING,
  due_at: null,
} satisfies Partial<Task>
