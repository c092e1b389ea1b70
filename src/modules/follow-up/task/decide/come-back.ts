import { callableFrom } from "../clock/calling-hours"
import type { WaitingReason } from "../task"
import type { NewRules } from "./command"
import type { Situation } from "./decision"

/** Waits whose end the rules choose: for a retry, or to look for a reply. */
type RuledReason = Extract<WaitingReason, "next_attempt" | "customer_reply">

/**
 * The first moment from `at` on at which the shop is open; for a call also one
 * at which it is welcome at the customer's address. A reply may be looked for
 * while it is night there.
 *
 * @param called_at - when the call before was, if it is known
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
 * Until when a task waits under other rules, where that is another time: what
 * the rules chose, and would not choose any more, moves to when it fits again.
 * The time that a customer named stays, and so does one that a person chose.
 *
 * Who chose a time is not on the task. A person whose wait is for a reply, too,
 * may have meant a time at which the shop is closed: such a time stays where it
 * was closed before as well, as the rules choose none of those.
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
