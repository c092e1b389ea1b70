import { callableFrom } from "../clock/calling-hours"
import type { WaitingReason } from "../task"
import type { NewRules } from "./command"
import type { Situation } from "./decision"

/** Waits whose end the rules choose: for a retry, or for a reply. */
type RuledReason = Extract<WaitingReason, "next_attempt" | "customer_reply">

/**
 * The first moment from `at` on at which the shop is open; for a call, it must
 * also be within calling hours at the customer's address. A reply may be
 * checked for when it is night there.
 *
 * @param called_at - when the last call was, if known
 */
export function comesBackFrom(
  at: Date,
  reason: RuledReason,
  {
    task,
    calendar,
    playbook,
    default_country,
  }: Pick<Situation, "task" | "calendar" | "playbook" | "default_country">,
  called_at: Date | null
): Date {
  const { calling_hours } = playbook.definition.retry
  return callableFrom(at, calendar, {
    hours: reason === "customer_reply" ? null : calling_hours,
    country: task.country_code ?? default_country,
    called_at,
  })
}

/**
 * The end of a task's wait under other rules, or null if it stays: a time that
 * the rules chose, but would no longer choose, moves to when it fits again. A
 * time that the customer named or a person chose stays.
 *
 * The task does not store who chose the time. A person who waits for a reply
 * may also have chosen a time at which the shop is closed: such a time stays,
 * as the rules never choose one.
 */
export function comesBackUnder(
  situation: Situation,
  { playbook, calendar }: NewRules
): Date | null {
  const { task, now } = situation
  const { status, waiting_until, waiting_reason } = task
  if (status !== "waiting" || !waiting_until || waiting_until <= now) {
    return null
  }
  const isRuled =
    waiting_reason === "next_attempt" ||
    (waiting_reason === "customer_reply" &&
      situation.calendar.isOpen(waiting_until))
  if (!isRuled) {
    return null
  }
  const until = comesBackFrom(
    waiting_until,
    waiting_reason,
    { ...situation, playbook, calendar: calendar.calendar },
    task.waiting_since
  )
  return until.getTime() === waiting_until.getTime() ? null : until
}
