import type { RuleBook } from "./rule-book"
import { isSameDefinition } from "./same-definition"

/** Whether open tasks may run under other rules after a change. */
export function concernsTasks(before: RuleBook, after: RuleBook): boolean {
  return (
    !isSameDefinition(before.bindings, after.bindings) ||
    before.calendars.some((calendar) => {
      const now = after.calendars.find(({ id }) => id === calendar.id)
      return (
        now?.version !== calendar.version ||
        now.is_default !== calendar.is_default
      )
    }) ||
    before.playbooks.some(
      ({ id, version }) =>
        after.playbooks.find((playbook) => playbook.id === id)?.version !==
        version
    )
  )
}
