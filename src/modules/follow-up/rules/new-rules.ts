import type { Task } from "../task"
import type { Calendar } from "./calendar"
import type { PlaybookVersion } from "./playbook"
import { applyingCalendar, type RuleBook } from "./rule-book"

/**
 * What a task runs under, by the rules as they are now: the newest version of
 * its playbook, and the calendar that applies today. A task keeps the playbook
 * that it was opened under, and of a deleted one the version.
 *
 * @param current - what it runs under
 */
export function newRules(
  task: Task,
  current: { playbook: PlaybookVersion },
  book: RuleBook
): { playbook: PlaybookVersion; calendar: Calendar } {
  const playbook =
    book.playbooks.find(({ id }) => id === task.playbook_id) ?? current.playbook
  const { calendar } = applyingCalendar(task, playbook, book)
  return { playbook, calendar }
}
