import { decide } from "."
import { apply } from "../apply"
import { waitsForNumber } from "../waits-for-number"
import { assign } from "./assignment"
import { shareAttempt } from "./attempt"
import { stateOfCall } from "./call"
import { refuseDuringCall } from "./calling"
import type { Command } from "./command"
import { type Decision, type Situation, UNCHANGED } from "./decision"
import { withdrawAttempt } from "./withdraw-attempt"

/** Commands that are about everything that a person has open. */
const OF_CALL: ReadonlySet<Command["kind"]> = new Set([
  "claim",
  "start_calling",
  "hang_up",
  "assign",
  "wait",
  "resume",
  "record_attempt",
  "withdraw_attempt",
] satisfies Command["kind"][])

/** Whether a command concerns the whole call; the others settle one task. */
export const concernsCall = ({ kind }: Command): boolean => OF_CALL.has(kind)

/**
 * Decides a command on a call: for the task that it is addressed to, and what
 * follows for the other tasks of the person.
 *
 * @param knows_of_call - the person was told that somebody else is calling
 * @returns the decisions, in the order of `[addressed, ...others]`
 * @throws Refusal if the state of one of them does not allow it: then none
 * changes
 */
export function decideCall(
  addressed: Situation,
  others: readonly Situation[],
  command: Command,
  knows_of_call = false
): Decision[] {
  if (!knows_of_call) {
    refuseDuringCall(addressed, command)
  }
  const { ladder } = stateOfCall([addressed, ...others].map(({ task }) => task))
  const lead = { ...addressed, task: { ...addressed.task, ladder } }
  const first = decide(lead, command)
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
    case "start_calling":
    case "hang_up":
      return (situation) => decide(situation, command)
    case "wait":
    case "resume":
      return (situation) =>
        waitsForNumber(situation.task) ? UNCHANGED : decide(situation, command)
    case "record_attempt":
      return (situation) =>
        isUnchanged ? UNCHANGED : shareAttempt(situation, command, task)
    case "withdraw_attempt":
      return (situation) =>
        first.withdraws && isSameAttempt(situation, lead)
          ? withdrawAttempt(situation)
          : UNCHANGED
    default:
      return () => UNCHANGED
  }
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
