import type { CalendarVersion } from "./calendars/calendar"
import type { PlaybookVersion } from "./playbooks/playbook"
import {
  applyingCalendar,
  type CalendarQuestion,
  type RuleBook,
} from "./rule-book"
import { isSameDefinition } from "./same-definition"

/**
 * The versions that a task should run under by the current rules: the newest
 * version of its playbook, and the calendar that applies today. A task keeps
 * the playbook that it was opened under; if that was deleted, its version. It
 * also keeps its version of the calendar if the newest has the same hours and
 * only other bindings.
 *
 * @param current - the versions that it runs under
 */
export function newRules(
  task: CalendarQuestion & { playbook_id: string },
  current: { playbook: PlaybookVersion; calendar: CalendarVersion },
  book: RuleBook
): { playbook: PlaybookVersion; calendar: CalendarVersion } {
  const playbook =
    book.playbooks.find(({ id }) => id === task.playbook_id) ?? current.playbook
  const { calendar } = applyingCalendar(task, playbook, book)
  const isKept =
    calendar.id === current.calendar.id &&
    isSameDefinition(calendar.definition, current.calendar.definition)
  return { playbook, calendar: isKept ? current.calendar : calendar }
}
