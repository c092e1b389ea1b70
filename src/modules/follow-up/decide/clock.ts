import { type TimerStep } from "../timer-step"
import {
  activity,
  type Activity,
  type Decision,
  type Situation,
  UNCHANGED,
} from "./decision"
import { resume } from "./waiting"

/**
 * What the clock does. A step that is no longer true (the task was answered or
 * moved meanwhile) changes nothing.
 */
export function fire(situation: Situation, step: TimerStep): Decision {
  const { task, now } = situation
  if (step === "resume") {
    return task.status === "waiting" &&
      task.waiting_until !== null &&
      task.waiting_until <= now
      ? resume(situation, task.waiting_until)
      : UNCHANGED
  }
  return {
    ...UNCHANGED,
    activities: missedDeadlines(situation).filter(({ kind }) => kind === step),
  }
}

/**
 * The deadlines that passed unmet and have not been written down yet, as of
 * the moment at which the response timer stopped counting.
 */
export function missedDeadlines(
  { task, now, fired }: Situation,
  at: Date = now
): Activity[] {
  if (task.responded_at) {
    return []
  }
  const counted_until = earlier(at, task.waiting_since)
  const deadlines = [
    ["target_missed", task.response_target_at],
    ["breached", task.response_limit_at],
  ] as const
  return deadlines
    .filter(([step, at]) => !fired.has(step) && at < counted_until)
    .map(([step, at]) => activity(step, at, {}, step))
}

function earlier(a: Date, b: Date | null): Date {
  return b !== null && b < a ? b : a
}
