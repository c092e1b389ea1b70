import { decide } from "."
import { apply } from "../apply"
import { waitsForNumber } from "../waits-for-number"
import { isActive } from "../is-active"
import type { Task } from "../task"
import { assign } from "./assignment"
import { shareAttempt } from "./attempt"
import { type CallState, joinCall, stateOfCall } from "./call"
import { refuseDuringCall } from "./calling"
import type { Command } from "./command"
import { type Decision, type Situation, UNCHANGED } from "./decision"
import { takeBackAttempt } from "./message-failed"
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
] satisfies Command["kind"][])

/** Whether a command concerns the whole call; the others settle one task. */
export const concernsCall = ({ kind }: Command): boolean => OF_CALL.has(kind)

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
  command: Command,
  knows_of_call = false
): Decision[] {
  if (!knows_of_call) {
    refuseDuringCall(addressed, command)
  }
  const { ladder } = stateOfCall([addressed, ...others].map(({ task }) => task))
  const lead =
    others.length === 0
      ? addressed
      : { ...addressed, task: { ...addressed.task, ladder } }
  const first = decide(lead, command)
  if (!isActive(addressed.task) && command.kind !== "withdraw_attempt") {
    // It was closed before: the call goes on without it.
    return [first]
  }
  return [first, ...others.map(follow(lead, first, command))]
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
      return (situation) => decide(situation, command)
    case "wait":
      return (situation) =>
        waitsForNumber(situation.task)
          ? UNCHANGED
          : decide(situation, { ...command, note: null })
    case "message_failed":
      return (situation) =>
        !isUnchanged && isSameAttempt(situation, lead)
          ? takeBackAttempt(situation, command)
          : UNCHANGED
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
    case "withdraw_attempt":
      return (situation) =>
        !first.withdraws || isRequestOf(first.withdraws, situation)
          ? UNCHANGED
          : isSameAttempt(situation, lead)
            ? withdrawAttempt(situation)
            : // It came after the attempt, and joined what that had begun.
              joinCall(situation, stateAfter(task, situation.task))
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

/** What a task of the call follows, once another has become like this. */
function stateAfter(task: Task, follower: Task): Partial<CallState> {
  return isActive(task) && !waitsForNumber(task)
    ? stateOfCall([task])
    : { assignee_id: task.assignee_id ?? follower.assignee_id }
}

/** Whether both tasks' last attempt is one and the same call. */
function isSameAttempt(
  { last_attempt: one }: Situation,
  { last_attempt: other }: Situation
): boolean {
  return (
    one !== null &&
    other !== null &&
    one.withdrawn_at === null &&
    one.actor_id === other.actor_id &&
    one.attempted_at.getTime() === other.attempted_at.getTime()
  )
}
