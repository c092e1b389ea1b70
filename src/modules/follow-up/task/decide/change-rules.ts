import { isActive } from "../is-active"
import { naming } from "../../rules/rule-version"
import { activity, type Decision, type Situation, UNCHANGED } from "./decision"
import { missedDeadlines } from "./clock"
import { comesBackUnder } from "./come-back"
import type { Command, NewRules } from "./command"
import { type TaskClock, underRules } from "../clock/task-clock"

type ChangeRules = Extract<Command, { kind: "change_rules" }>

/**
 * Moves the task to other versions of its playbook and calendar. Deadlines
 * missed before stay missed, even if the clock has not recorded them yet. Unmet
 * deadlines are recomputed, and so is the end of a wait for a retry.
 */
export function changeRules(
  situation: Situation,
  { rules: { playbook, calendar }, leads = true }: ChangeRules
): Decision {
  const { task, now } = situation
  if (
    !isActive(task) ||
    (task.playbook_id === playbook.id &&
      task.playbook_version === playbook.version &&
      task.calendar_id === calendar.id &&
      task.calendar_version === calendar.version)
  ) {
    return UNCHANGED
  }
  const clock: Partial<TaskClock> = keepsTime(situation, { playbook, calendar })
    ? {}
    : underRules({
        task: {
          ...task,
          calendar_id: calendar.id,
          calendar_version: calendar.version,
        },
        calendar: calendar.calendar,
        playbook,
        calendarOf: situation.calendarOf,
      })
  const isAnswerDue = task.status === "open" && task.responded_at === null
  const until = leads ? comesBackUnder(situation, { playbook, calendar }) : null
  return {
    changes: {
      ...clock,
      ...(until && { waiting_until: until, due_at: until }),
      playbook_id: playbook.id,
      playbook_version: playbook.version,
      calendar_id: calendar.id,
      calendar_version: calendar.version,
      ...(isAnswerDue && {
        due_at: clock.response_target_at ?? task.response_target_at,
      }),
    },
    attempt: null,
    activities: [
      ...missedDeadlines(situation),
      activity("rules_changed", now, {
        playbook: naming(playbook),
        calendar: naming(calendar),
      }),
      ...(until
        ? [
            activity("waiting", now, {
              until: until.toISOString(),
              waiting_reason: task.waiting_reason ?? undefined,
            }),
          ]
        : []),
    ],
  }
}

/** Whether no times change: only a script was edited, or a ladder. */
function keepsTime(
  { task, playbook: { definition: before } }: Situation,
  { playbook: { definition: after }, calendar }: NewRules
): boolean {
  return (
    task.calendar_id === calendar.id &&
    task.calendar_version === calendar.version &&
    before.response_target_minutes === after.response_target_minutes &&
    before.response_limit_minutes === after.response_limit_minutes &&
    before.resolution_limit_minutes === after.resolution_limit_minutes
  )
}
