import { outcomeOf } from "../../rules/playbooks/task-types"
import { isActive } from "../is-active"
import type { Command, Deed } from "./command"
import type { Situation } from "./decision"

/**
 * A deed as the command that records it. As when somebody presses an outcome,
 * only one for which the customer was spoken to is an attempt.
 *
 * @param situations - of the call; the first is that of the task
 */
export function commandOf(
  deed: Deed,
  situations: readonly [Situation, ...Situation[]]
): Command {
  const [{ task, type, actor_id }] = situations
  const { outcome, note, received_phone, answers } = deed
  const isAgreed =
    outcome === null || outcomeOf(type, outcome)?.group === "reached"
  if (outcome !== null && (!isAgreed || actor_id === null || !isActive(task))) {
    return { kind: "complete", outcome, note, received_phone, answers }
  }
  return {
    kind: "record_attempt",
    // As the sheet has it: who has no number is written to.
    channel: situations.some((each) => each.task.phone) ? "phone" : "email",
    outcome: "reached",
    note,
    call_back_at: null,
    complete_with: outcome,
    received_phone,
    answers,
    by_deed: true,
  }
}
