import { nextMorning } from "../clock/next-morning"
import {
  LADDER_OUTCOMES,
  type LadderOutcome,
  type RetryLadder,
  type RetryRules,
  type RetryStep,
} from "../../../../desk/playbook"
import type { Ladder } from "../task"
import type { AttemptOutcome } from "../../../../desk/attempts"
import { comesBackFrom } from "./come-back"
import type { Situation } from "./decision"

/** What a task waits for after an unsuccessful attempt. */
export const waitReason = (outcome: AttemptOutcome) =>
  outcome === "message_sent" ? "customer_reply" : "next_attempt"

/**
 * The task's position on its ladders after an unsuccessful attempt. `next` is
 * when to try again: in business time, and within calling hours at the
 * customer's address. Null: the attempts are used up.
 */
export function climb(
  situation: Situation,
  outcome: AttemptOutcome
): { ladder: Ladder; next: Date | null } {
  const { retry } = situation.playbook.definition
  const { task } = situation
  const key = ladderOf(outcome, retry)
  const before = task.ladder[key] ?? 0
  const ladder = { ...task.ladder, [key]: before + 1 }
  const rungs = retry.ladders[key] ?? IN_HALF_AN_HOUR
  // A message that the fallback asks for gets its time to be answered.
  const isAskedFor =
    outcome === "message_sent" && task.fallback === "message_customer"
  if (
    hasReached(rungs.max_attempts, before + 1) ||
    (!isAskedFor && hasReached(retry.max_attempts, inAll(ladder)))
  ) {
    return { ladder, next: null }
  }
  const step = rungs.steps[before] ?? rungs.steps.at(-1)
  const at = step ? momentOf(step, situation) : situation.now
  return {
    ladder,
    next: comesBackFrom(at, waitReason(outcome), situation, situation.now),
  }
}

/** For an outcome that the playbook does not mention. */
const IN_HALF_AN_HOUR: RetryLadder = {
  steps: [{ kind: "after", minutes: 30 }],
  max_attempts: null,
}

/** The ladder of an outcome; one without its own uses that of `no_answer`. */
function ladderOf(outcome: AttemptOutcome, retry: RetryRules): LadderOutcome {
  const own = LADDER_OUTCOMES.find((known) => known === outcome)
  return own && retry.ladders[own] ? own : "no_answer"
}

const hasReached = (most: number | null, attempts: number) =>
  most !== null && attempts >= most

const inAll = (ladder: Ladder) =>
  Object.values(ladder).reduce((sum, count) => sum + count, 0)

function momentOf(
  step: RetryStep,
  { now, calendar, time_zone }: Situation
): Date {
  return step.kind === "after"
    ? calendar.add(now, step.minutes * 60)
    : nextMorning(calendar, time_zone, now)
}
