import type { Situation } from "./decide/decision"
import type { Rules, TaskRules } from "./rules"
import type { Task } from "./task"

/**
 * What a decision on a task is made from where no person commands.
 *
 * @param fired - steps of the clock that have fired for it; none, if left out
 */
export function situationOf(
  task: Task,
  { type, playbook, calendar, calendarOf }: TaskRules,
  { default_country }: Pick<Rules, "default_country">,
  now: Date,
  fired: ReadonlySet<string> = new Set()
): Situation {
  return {
    task,
    now,
    actor_id: null,
    calendar: calendar.calendar,
    calendarOf,
    time_zone: calendar.definition.time_zone,
    type,
    playbook,
    default_country,
    fired,
    last_attempt: null,
    last_note: null,
  }
}
