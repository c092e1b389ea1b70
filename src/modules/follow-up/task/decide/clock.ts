import { hasPassed, unmetDeadlines } from "../clock/deadlines"
import { deadlineSteps } from "../clock/timer-step"
import {
  activity,
  type Activity,
  type Decision,
  type Situation,
  UNCHANGED,
} from "./decision"
import { escalate } from "./escalate"
import { runningAt } from "../clock/task-clock"
import { resume } from "./waiting"

/**
 * Runs every timer step that is due and has not been run. A step that no longer
 * applies (the task was answered or moved meanwhile) is not due.
 */
export function fire(situation: Situation): Decision {
  const { task, now, fired, playbook, calendar } = situation
  if (task.status === "waiting") {
    return task.waiting_until !== null && task.waiting_until <= now
      ? resume(situation, task.waiting_until)
      : UNCHANGED
  }
  const due = deadlineSteps(
    task,
    fired,
    playbook.definition,
    calendar,
    now
  ).filter(({ fires_at }) => fires_at < now)
  const escalation = escalate(situation, due)
  return {
    changes: escalation.changes,
    attempt: null,
    activities: [...missedDeadlines(situation), ...escalation.activities],
    outbox: escalation.outbox,
  }
}

/** The deadlines that had passed unmet at a moment and are not recorded yet. */
export function missedDeadlines(
  situation: Situation,
  at: Date = situation.now
): Activity[] {
  const { task, fired } = situation
  const running = {
    ...task,
    ...runningAt(situation, at),
    status: "open",
  } as const
  return unmetDeadlines(running)
    .filter(
      ({ miss, at: deadline_at }) =>
        !fired.has(miss) && hasPassed(deadline_at, at)
    )
    .map(({ miss, deadline, at: deadline_at }) =>
      miss === "resolution_breached"
        ? activity("breached", deadline_at, { deadline }, miss)
        : activity(miss, deadline_at, {}, miss)
    )
}
