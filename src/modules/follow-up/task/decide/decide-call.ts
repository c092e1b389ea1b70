import { decide } from "."
import { apply } from "../apply"
import { waitsForNumber } from "../waits-for-number"
import { isActive } from "../is-active"
import { assign } from "./assignment"
import { shareAttempt } from "./attempt"
import { stateOfCall } from "./call"
import { refuseDuringCall } from "./calling"
import type { Command, MessageFailed } from "./command"
import { customerAnswered } from "./customer-answered"
import { commandOf } from "./deed"
import { type Decision, type Situation, UNCHANGED } from "./decision"
import { takeBackAttempt } from "./message-failed"
import { isUntouchedSince, takeBackFromCall } from "./take-back"
import { withdrawAttempt } from "./withdraw-attempt"

/** Commands that are about everything that a person has open. */
const OF_CALL: ReadonlySet<Command["kind"]> = new Set([
  "claim",
  "start_calling",
  "hang_up",
  "assign",
  "release",
  "wait",
  "resume",
  "record_attempt",
  "withdraw_attempt",
  "message_failed",
  "deed",
  "customer_answered",
  "no_reply",
] satisfies Command["kind"][])

/** Whether a command concerns the whole call; the others settle one task. */
export const concernsCall = (command: Command): boolean =>
  OF_CALL.has(command.kind) || isOfCustomer(command)

/** The customer has answered, and with that about everything else. */
const isOfCustomer = (command: Command): boolean =>
  "by_customer" in command && command.by_customer === true

/**
 * Decides a command on a call: for the task that it is addressed to, and what
 * follows for the other tasks of the person.
 *
 * @param situations - the first is that of the task that is addressed
 * @param knows_of_call - the person was told that somebody else is calling
 * @returns the decisions, in the same order
 * @throws Refusal if the state of one of them does not allow it: then none
 * changes
 */
export function decideCall(
  [addressed, ...others]: readonly [Situation, ...Situation[]],
  given: Command,
  knows_of_call = false
): Decision[] {
  if (!knows_of_call) {
    refuseDuringCall(addressed, given)
  }
  const command =
    given.kind === "deed" ? commandOf(given, [addressed, ...others]) : given
  const { ladder } = stateOfCall([addressed, ...others].map(({ task }) => task))
  const lead =
    others.length === 0
      ? addressed
      : { ...addressed, task: { ...addressed.task, ladder } }
  const first = decide(lead, command)
  switch (command.kind) {
    case "withdraw_attempt":
      return [first, ...withdrawFromCall(addressed, first, others)]
    case "message_failed":
      return [first, ...failForCall(addressed, first, others, command)]
    default:
      return isActive(addressed.task) ||
        command.kind === "hang_up" ||
        command.kind === "customer_answered" ||
        command.kind === "no_reply"
        ? [first, ...others.map(follow(lead, first, command))]
        : // It was closed before: the call goes on without it.
          [first]
  }
}

function withdrawFromCall(
  addressed: Situation,
  { withdraws }: Decision,
  others: readonly Situation[]
): Decision[] {
  if (!withdraws) {
    return []
  }
  const isRequest = (each: Situation) => isRequestOf(withdraws, each)
  const withdraw = takeBackFromCall(
    addressed,
    others.filter((each) => !isRequest(each)),
    withdrawAttempt
  )
  return others.map((each) => (isRequest(each) ? UNCHANGED : withdraw(each)))
}

/**
 * Only the last attempt is taken back, and only if that of the task which has
 * the message is, or that task is closed.
 */
function failForCall(
  addressed: Situation,
  { activities }: Decision,
  others: readonly Situation[],
  command: MessageFailed
): Decision[] {
  const { task, last_attempt } = addressed
  const isTakenBack =
    activities.length > 0 &&
    last_attempt?.id === command.attempt_id &&
    (!isActive(task) || isUntouchedSince(task, last_attempt))
  return isTakenBack
    ? others.map(
        takeBackFromCall(addressed, others, (each) =>
          takeBackAttempt(each, command)
        )
      )
    : []
}

function follow(
  lead: Situation,
  first: Decision,
  command: Command
): (situation: Situation) => Decision {
  const { task } = apply(lead, first)
  const isUnchanged = first.activities.length === 0
  switch (command.kind) {
    case "claim":
    case "assign":
      return (situation) => assign(situation, task.assignee_id)
    case "release":
    case "start_calling":
    case "hang_up":
    case "customer_answered":
    case "no_reply":
      return (situation) => decide(situation, command)
    case "complete":
    case "cancel":
      return (situation) =>
        command.by_customer
          ? customerAnswered(situation, { needs_call: false })
          : UNCHANGED
    case "wait":
      return (situation) =>
        waitsForNumber(situation.task)
          ? UNCHANGED
          : decide(situation, { ...command, note: null })
    case "resume":
      // A task that gets its number comes back alone, and joins the others.
      return (situation) =>
        waitsForNumber(situation.task) || waitsForNumber(lead.task)
          ? UNCHANGED
          : decide(situation, command)
    case "record_attempt":
      return (situation) =>
        isUnchanged || first.attempt === null
          ? UNCHANGED
          : shareAttempt(situation, command, task)
    default:
      return () => UNCHANGED
  }
}

/** Whether an attempt had opened this task: it is canceled with the attempt. */
function isRequestOf(
  { request }: NonNullable<Decision["withdraws"]>,
  { task }: Situation
): boolean {
  return (
    request !== null &&
    request.key === task.dedupe_key &&
    request.opened_at.getTime() === task.opened_at.getTime()
  )
}
