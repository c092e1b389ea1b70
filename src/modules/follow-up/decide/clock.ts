import { type TimerStep } from "../timer-step"
import {
  activity,
  type Activity,
  type Decision,
  type Situation,
  UNCHANGED,
} from "./decision"
import { deadlinesAt } from "./pause"
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

/** The deadlines that had passed unmet at a moment and are not written down yet. */
export function missedDeadlines(
  situation: Situation,
  at: Date = situation.now
): Activity[] {
  const { task, fired } = situation
  if (task.responded_at) {
    return []
  }
  const { response_target_at, response_limit_at } = deadlinesAt(situation, at)
  const deadlines = [
    ["target_missed", response_target_at],
    ["breached", response_limit_at],
  ] as const
  return deadlines
    .filter(([step, deadline]) => !fired.has(step) && deadline < at)
    .map(([step, deadline]) => activity(step, deadline, {}, step))
}
